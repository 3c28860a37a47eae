package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;

/// How much of a composed picture is shown.
public enum Framing {
  /// All of it.
  WHOLE,
  /// The subject alone, in the middle of a square of the backdrop that leaves a fiftieth on each
  /// side, so that subjects of any size and place look alike.
  SUBJECT;

  private static final double MARGIN = 0.02;

  /// The stable lower-case name.
  public String code() {
    return this == WHOLE ? "whole" : "subject";
  }

  /// Frames a composed picture.
  ///
  /// @param composed the subject on the backdrop
  public Pixels of(Pixels composed, Mask mask, Backdrop backdrop) {
    var box = mask.box();
    return this == WHOLE || box.isEmpty() ? composed : square(composed, box.get(), backdrop);
  }

  private static Pixels square(Pixels in, Mask.Box box, Backdrop backdrop) {
    int longer = Math.max(box.width(), box.height());
    int side = longer + 2 * (int) Math.rint(MARGIN * longer);
    int left = box.x() + box.width() / 2 - side / 2;
    int top = box.y() + box.height() / 2 - side / 2;
    var rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(side, side))];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) backdrop.red();
      rgb[i + 1] = (byte) backdrop.green();
      rgb[i + 2] = (byte) backdrop.blue();
    }
    int from = Math.max(0, left);
    int length = Math.min(in.width(), left + side) - from;
    for (int y = Math.max(0, top); y < Math.min(in.height(), top + side); y++) {
      int to = (y - top) * side + from - left;
      System.arraycopy(in.rgb(), 3 * (y * in.width() + from), rgb, 3 * to, 3 * length);
    }
    return Pixels.wrap(side, side, rgb);
  }
}

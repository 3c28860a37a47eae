package dev.anmok.core.classify;

import dev.anmok.core.image.Pixels;
import java.util.List;
import java.util.Locale;

/// Another look at the same photo.
public enum View {
  /// Left and right exchanged.
  FLIP,
  /// Five parts of seven eighths of each side: the middle and the four corners.
  CROPS;

  /// The lower-case name used in profiles and options.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The pictures of this view, without the original.
  public List<Pixels> of(Pixels in) {
    return switch (this) {
      case FLIP -> List.of(flipped(in));
      case CROPS -> crops(in);
    };
  }

  private static Pixels flipped(Pixels in) {
    var rgb = new byte[in.rgb().length];
    for (int y = 0; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        int from = 3 * (y * in.width() + x);
        int to = 3 * (y * in.width() + in.width() - 1 - x);
        System.arraycopy(in.rgb(), from, rgb, to, 3);
      }
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  private static List<Pixels> crops(Pixels in) {
    int width = Math.max(1, in.width() * 7 / 8);
    int height = Math.max(1, in.height() * 7 / 8);
    int right = in.width() - width;
    int bottom = in.height() - height;
    return List.of(
        part(in, right / 2, bottom / 2, width, height),
        part(in, 0, 0, width, height),
        part(in, right, 0, width, height),
        part(in, 0, bottom, width, height),
        part(in, right, bottom, width, height));
  }

  private static Pixels part(Pixels in, int left, int top, int width, int height) {
    var rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int from = 3 * ((top + y) * in.width() + left);
      System.arraycopy(in.rgb(), from, rgb, 3 * y * width, 3 * width);
    }
    return Pixels.wrap(width, height, rgb);
  }
}

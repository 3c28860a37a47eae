package dev.anmok.core.image;

import java.nio.FloatBuffer;
import java.util.Locale;

/// What turns a picture into the numbers that a model expects: fitted to a square with [Resize],
/// then `(v - mean) / std` for each channel of the 8-bit values, planes of red, green and blue one
/// after the other (NCHW). Immutable and thread-safe.
///
/// @param side the square's side in pixels, at least 1
/// @param fit how the picture becomes a square
/// @param filter the resizing filter
/// @param mean subtracted first, 0..255; a mean given for 0..1 is multiplied by 255
/// @param std divided by, above 0, on the same scale
public record Preprocess(int side, Fit fit, Filter filter, Channels mean, Channels std) {
  public Preprocess {
    if (side < 1) {
      throw new IllegalArgumentException("side must be >= 1, was " + side);
    }
    if (!(Math.min(std.red(), Math.min(std.green(), std.blue())) > 0)) {
      throw new IllegalArgumentException("std must be > 0 in each channel, was " + std);
    }
  }

  /// How many floats a picture becomes: `3 * side * side`.
  public int length() {
    return Math.multiplyExact(3, Math.multiplyExact(side, side));
  }

  /// Writes the `length()` numbers of a picture.
  ///
  /// @param out its position and limit are left as they are
  /// @param offset absolute index in `out` of the first number
  public void into(Pixels in, FloatBuffer out, int offset) {
    var rgb = square(in).rgb();
    plane(rgb, 0, mean.red(), std.red(), out, offset);
    plane(rgb, 1, mean.green(), std.green(), out, offset + side * side);
    plane(rgb, 2, mean.blue(), std.blue(), out, offset + 2 * side * side);
  }

  private void plane(
      byte[] rgb, int channel, double mean, double std, FloatBuffer out, int offset) {
    var levels = new float[256];
    for (int v = 0; v < levels.length; v++) {
      levels[v] = (float) ((v - mean) / std);
    }
    var row = new float[side];
    for (int y = 0; y < side; y++) {
      int i = 3 * y * side + channel;
      for (int x = 0; x < side; x++, i += 3) {
        row[x] = levels[rgb[i] & 0xff];
      }
      out.put(offset + y * side, row, 0, side);
    }
  }

  /// The picture as the model sees it: fitted to `side x side`, before mean and std.
  public Pixels square(Pixels in) {
    return switch (fit) {
      case Fit.Squash() -> Resize.to(in, side, side, filter);
      case Fit.CentreCrop() -> centre(in);
      case Fit.Letterbox(int background) -> letterbox(in, background);
    };
  }

  /// Computes only the part of the resized picture that the crop keeps.
  private Pixels centre(Pixels in) {
    long shorter = Math.min(in.width(), in.height());
    int width = Math.toIntExact(side * (long) in.width() / shorter);
    int height = Math.toIntExact(side * (long) in.height() / shorter);
    return Resize.with(
        in,
        Weights.part(in.width(), width, filter, (width - side) / 2, side),
        Weights.part(in.height(), height, filter, (height - side) / 2, side));
  }

  private Pixels letterbox(Pixels in, int background) {
    var place = place(in.width(), in.height());
    var inner = Resize.to(in, place.width(), place.height(), filter).rgb();
    var rgb = new byte[length()];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) (background >> 16);
      rgb[i + 1] = (byte) (background >> 8);
      rgb[i + 2] = (byte) background;
    }
    int row = 3 * place.width();
    for (int y = 0; y < place.height(); y++) {
      int to = 3 * ((place.top() + y) * side + place.left());
      System.arraycopy(inner, y * row, rgb, to, row);
    }
    return Pixels.wrap(side, side, rgb);
  }

  /// Where a whole picture lies within the square.
  ///
  /// @param left columns of the square before it
  /// @param top rows of the square before it
  /// @param width its width there, at least 1
  /// @param height its height there, at least 1
  public record Place(int left, int top, int width, int height) {}

  /// Where a picture of this size comes to lie: between the bars of [Fit.Letterbox], all over the
  /// square of [Fit.Squash].
  ///
  /// @throws IllegalStateException for [Fit.CentreCrop], which does not keep the whole picture
  public Place place(int pictureWidth, int pictureHeight) {
    return switch (fit) {
      case Fit.Squash() -> new Place(0, 0, side, side);
      case Fit.CentreCrop() -> throw new IllegalStateException("a centre crop drops the margins");
      case Fit.Letterbox _ -> {
        int width = pictureWidth >= pictureHeight ? side : scaled(pictureWidth, pictureHeight);
        int height = pictureHeight >= pictureWidth ? side : scaled(pictureHeight, pictureWidth);
        int left = (int) Math.rint((side - width) / 2.0);
        int top = (int) Math.rint((side - height) / 2.0);
        yield new Place(left, top, width, height);
      }
    };
  }

  private int scaled(int shorter, int longer) {
    return Math.max(1, (int) Math.rint((double) shorter / longer * side));
  }

  /// A stable text that names everything which decides the numbers; part of a vector space.
  public String canonical() {
    var shape =
        switch (fit) {
          case Fit.Squash() -> "squash";
          case Fit.CentreCrop() -> "centre-crop";
          case Fit.Letterbox(int background) ->
              String.format(Locale.ROOT, "letterbox-%06x", background);
        };
    return "%s %d %s pillow-8bit rgb nchw mean %s std %s"
        .formatted(shape, side, filter.code(), mean, std);
  }
}

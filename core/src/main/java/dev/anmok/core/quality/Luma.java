package dev.anmok.core.quality;

import dev.anmok.core.image.AreaReduction;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;

/// The brightness of a picture: 8-bit Rec. 601 luma, `(19595 R + 38470 G + 7471 B + 32768) >> 16`
/// as Pillow computes it, row by row. Immutable.
public final class Luma {
  /// The longest side of a luma; sums over a row of it fit in an int.
  public static final int MAX_SIDE = 2_048;

  private final int width;
  private final int height;
  private final byte[] values;

  private Luma(int width, int height, byte[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /// The luma of a picture, reduced by area ([Filter#BOX]) so that its longer side is at most
  /// `maxSide`; the shorter is rounded half up, at least 1. A smaller picture keeps its size. The
  /// rows are reduced in colour, before luma is taken, and the columns after.
  ///
  /// @param maxSide 1 to [#MAX_SIDE]
  /// @throws IllegalArgumentException if `maxSide` is out of range
  public static Luma of(Pixels in, int maxSide) {
    if (maxSide < 1 || maxSide > MAX_SIDE) {
      throw new IllegalArgumentException("maxSide must be 1.." + MAX_SIDE + ", was " + maxSide);
    }
    int longer = Math.max(in.width(), in.height());
    if (longer <= maxSide) {
      return new Luma(in.width(), in.height(), grey(in.rgb()));
    }
    int height = scaled(in.height(), maxSide, longer);
    var fewer = Resize.to(in, in.width(), height, Filter.BOX);
    return new Luma(in.width(), height, grey(fewer.rgb()))
        .resize(scaled(in.width(), maxSide, longer), height);
  }

  /// The luma of every pixel, of a picture of any size: not for [#std()] nor [Sharpness], whose
  /// sums hold to [#MAX_SIDE].
  static Luma whole(Pixels in) {
    return new Luma(in.width(), in.height(), grey(in.rgb()));
  }

  /// Reduced by area, rows first, to a longer side of at most `side`; the shorter side is rounded
  /// half up, at least 1. A smaller luma is returned as it is.
  Luma atMost(int side) {
    return Math.max(width, height) <= side ? this : scaledTo(side);
  }

  /// At a longer side of exactly `side`, by area when shrinking, linearly when enlarging, rows
  /// first; the shorter side is rounded half up, at least 1.
  Luma scaledTo(int side) {
    int longer = Math.max(width, height);
    int toWidth = scaled(width, side, longer);
    int toHeight = scaled(height, side, longer);
    if (longer > side) {
      var reduced = AreaReduction.of(values, width, height, toWidth, toHeight);
      return new Luma(toWidth, toHeight, reduced);
    }
    var taller = Resize.plane(values, width, height, width, toHeight, Filter.BILINEAR);
    var enlarged = Resize.plane(taller, width, toHeight, toWidth, toHeight, Filter.BILINEAR);
    return new Luma(toWidth, toHeight, enlarged);
  }

  private static int scaled(int side, int maxSide, int longer) {
    return (int) Math.max(1, (2L * maxSide * side + longer) / (2L * longer));
  }

  private static byte[] grey(byte[] rgb) {
    var grey = new byte[rgb.length / 3];
    LumaKernel.FASTEST.grey(rgb, grey);
    return grey;
  }

  /// By area when shrinking, by the nearest value when enlarging.
  Luma resize(int toWidth, int toHeight) {
    var resized = Resize.plane(values, width, height, toWidth, toHeight, Filter.BOX);
    return new Luma(toWidth, toHeight, resized);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The luma at a place, 0..255.
  public int at(int x, int y) {
    return values[y * width + x] & 0xff;
  }

  /// The shared values, row by row from the top left; do not write to them.
  byte[] bytes() {
    return values;
  }

  /// How many values are less than `level`, 1..255.
  int countUnder(int level) {
    return LumaKernel.FASTEST.countUnder(values, level);
  }

  /// The mean, 0..255.
  public double mean() {
    long sum = 0;
    for (byte value : values) {
      sum += value & 0xff;
    }
    return (double) sum / values.length;
  }

  /// The population standard deviation, 0..127.5.
  public double std() {
    var row = new int[width];
    long sum = 0;
    long squares = 0;
    for (int y = 0; y < height; y++) {
      row(y, row, 0);
      int rowSum = 0;
      int rowSquares = 0;
      for (int v : row) {
        rowSum += v;
        rowSquares += v * v;
      }
      sum += rowSum;
      squares += rowSquares;
    }
    return Spread.std(values.length, sum, squares);
  }

  /// Copies a row's bytes into `out`, from `offset` on.
  void row(int y, byte[] out, int offset) {
    System.arraycopy(values, y * width, out, offset, width);
  }

  /// Copies a row into `out`, from `offset` on, as ints.
  void row(int y, int[] out, int offset) {
    for (int x = 0; x < width; x++) {
      out[offset + x] = values[y * width + x] & 0xff;
    }
  }
}

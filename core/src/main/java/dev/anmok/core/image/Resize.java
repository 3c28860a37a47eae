package dev.anmok.core.image;

/// Antialiased resizing, bit for bit as Pillow's `Image.resize` does it for 8-bit pictures: weights
/// in 22-bit fixed point, columns first and rows second, rounded and clipped to 8 bits after each
/// pass. A pass whose side does not change is skipped. Thread-safe.
///
/// One case differs: Pillow 12.3 and later take the rows first where a picture is over 100 times as
/// high as wide, which moves some values by a level or two; here, as in Pillow before, never.
///
/// Source: Pillow, `src/libImaging/Resample.c`.
public final class Resize {
  private static final ResizeKernel KERNEL = ResizeKernel.fastest();

  private Resize() {}

  /// The picture at another size.
  ///
  /// @throws IllegalArgumentException if a side is under 1
  public static Pixels to(Pixels in, int width, int height, Filter filter) {
    check(width, height);
    return with(
        in, Weights.of(in.width(), width, filter), Weights.of(in.height(), height, filter), KERNEL);
  }

  /// A single-channel picture at another size, row by row.
  ///
  /// @param plane the `width * height` values; not written to, but returned when the size is the
  ///   same
  /// @throws IllegalArgumentException if a side is under 1 or the length does not match
  public static byte[] plane(
      byte[] plane, int width, int height, int toWidth, int toHeight, Filter filter) {
    check(width, height);
    check(toWidth, toHeight);
    if (plane.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          width + "x" + height + " needs another length than " + plane.length);
    }
    return passes(
        plane, 1, Weights.of(width, toWidth, filter), Weights.of(height, toHeight, filter), KERNEL);
  }

  /// The part of a resized picture that the weights name.
  static Pixels with(Pixels in, Weights columns, Weights rows) {
    return with(in, columns, rows, KERNEL);
  }

  static Pixels with(Pixels in, Weights columns, Weights rows, ResizeKernel kernel) {
    if (columns.identity() && rows.identity()) {
      return in;
    }
    var rgb = passes(in.rgb(), 3, columns, rows, kernel);
    return Pixels.wrap(columns.outSize(), rows.outSize(), rgb);
  }

  private static byte[] passes(
      byte[] in, int channels, Weights columns, Weights rows, ResizeKernel kernel) {
    var current = in;
    int firstRow = 0;
    if (!columns.identity()) {
      boolean all = rows.identity();
      firstRow = all ? 0 : rows.first();
      int endRow = all ? rows.inSize() : rows.end();
      current = new byte[Math.multiplyExact(endRow - firstRow, channels * columns.outSize())];
      kernel.horizontal(in, channels, firstRow, columns, current);
    }
    if (!rows.identity()) {
      int rowLength = channels * columns.outSize();
      var out = new byte[Math.multiplyExact(rows.outSize(), rowLength)];
      kernel.vertical(current, rowLength, firstRow, rows, out);
      current = out;
    }
    return current;
  }

  private static void check(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("sides must be >= 1, were " + width + "x" + height);
    }
  }
}

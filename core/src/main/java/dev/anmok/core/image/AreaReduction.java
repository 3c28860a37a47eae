package dev.anmok.core.image;

/// Shrinks a single channel by area, the rows first, bit for bit as [Resize#plane] with
/// [Filter#BOX] does in two calls. The box gives all values of a run one weight, so that they are
/// added first and multiplied once. Thread-safe.
public final class AreaReduction {
  private static final AreaKernel KERNEL = AreaKernel.fastest();

  private AreaReduction() {}

  /// The plane at a smaller size.
  ///
  /// @param plane the `width * height` values, row by row; not written to, but returned when the
  ///   size is the same
  /// @param toWidth 1 to `width`
  /// @param toHeight 1 to `height`
  /// @throws IllegalArgumentException if a side is out of range or the length does not match
  public static byte[] of(byte[] plane, int width, int height, int toWidth, int toHeight) {
    return of(plane, width, height, toWidth, toHeight, KERNEL);
  }

  static byte[] of(
      byte[] plane, int width, int height, int toWidth, int toHeight, AreaKernel kernel) {
    if (toWidth < 1 || toHeight < 1 || toWidth > width || toHeight > height) {
      throw new IllegalArgumentException(
          "%dx%d must be at least 1x1 and at most %dx%d"
              .formatted(toWidth, toHeight, width, height));
    }
    if (plane.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          width + "x" + height + " needs another length than " + plane.length);
    }
    var fewer = plane;
    if (toHeight < height) {
      fewer = new byte[width * toHeight];
      kernel.vertical(plane, width, Runs.of(height, toHeight), fewer);
    }
    if (toWidth == width) {
      return fewer;
    }
    var out = new byte[toWidth * toHeight];
    kernel.horizontal(fewer, Runs.of(width, toWidth), out);
    return out;
  }
}

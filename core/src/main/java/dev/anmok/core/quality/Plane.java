package dev.anmok.core.quality;

/// 16-bit values row by row with a frame of one value, mirrored without repeating the edge
/// (OpenCV's reflect-101; a side of 1 mirrors onto itself), so that every value has eight
/// neighbours. Immutable once made.
final class Plane {
  private final short[] values;
  private final int width;
  private final int height;

  private Plane(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new short[Math.multiplyExact(width + 2, height + 2)];
  }

  static Plane of(Luma luma) {
    var plane = new Plane(luma.width(), luma.height());
    for (int y = 0; y < plane.height; y++) {
      PlaneKernel.FASTEST.widen(
          luma.bytes(), y * plane.width, plane.width, plane.values, plane.at(y));
    }
    plane.frame();
    return plane;
  }

  /// Sums of 2x2 values; an odd last row or column is left out. Both sides are at least 2.
  Plane half() {
    var half = new Plane(width / 2, height / 2);
    for (int y = 0; y < half.height; y++) {
      PlaneKernel.FASTEST.halve(values, at(2 * y), stride(), half.width, half.values, half.at(y));
    }
    half.frame();
    return half;
  }

  private void frame() {
    int stride = stride();
    for (int y = 0; y < height; y++) {
      int row = at(y);
      values[row - 1] = values[row + Mirror.at(-1, width)];
      values[row + width] = values[row + Mirror.at(width, width)];
    }
    int below = Mirror.at(height, height);
    System.arraycopy(values, at(Mirror.at(-1, height)) - 1, values, 0, stride);
    System.arraycopy(values, at(below) - 1, values, at(height) - 1, stride);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int stride() {
    return width + 2;
  }

  /// Where a row begins, behind its frame.
  int at(int y) {
    return (y + 1) * stride() + 1;
  }

  /// The shared values; do not write to them.
  short[] values() {
    return values;
  }
}

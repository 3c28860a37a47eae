package dev.anmok.core.image;

/// An upright picture of 8-bit RGB, row by row from the top left, three bytes (red, green, blue) a
/// pixel. The bytes are shared, not copied, because a picture is large: treat them as read-only.
public final class Pixels {
  private final int width;
  private final int height;
  private final byte[] rgb;

  private Pixels(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /// Takes over `rgb`, of length `3 * width * height`; the caller must not write to it again.
  ///
  /// @throws IllegalArgumentException if a side is under 1 or the length does not match
  public static Pixels wrap(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("sides must be >= 1, were " + width + "x" + height);
    }
    if (rgb.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException(
          width + "x" + height + " RGB needs another length than " + rgb.length);
    }
    return new Pixels(width, height, rgb);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The shared bytes; do not write to them.
  public byte[] rgb() {
    return rgb;
  }

  /// The three channels at a place as `0xRRGGBB`.
  public int at(int x, int y) {
    int i = 3 * (y * width + x);
    return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
  }
}

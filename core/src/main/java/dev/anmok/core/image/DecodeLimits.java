package dev.anmok.core.image;

/// What a decoder accepts before it touches a pixel.
///
/// @param maxBytes length of the file, at least 1
/// @param maxPixels width times height as the header claims them, at least 1
/// @param maxSide the longer side, at least 1
public record DecodeLimits(long maxBytes, long maxPixels, int maxSide) {
  /// 64 MiB, 50 megapixels, 30,000 pixels a side.
  public static final DecodeLimits DEFAULT = new DecodeLimits(64L << 20, 50_000_000L, 30_000);

  public DecodeLimits {
    if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
      throw new IllegalArgumentException(
          "limits must be >= 1, were " + maxBytes + ", " + maxPixels + ", " + maxSide);
    }
  }
}

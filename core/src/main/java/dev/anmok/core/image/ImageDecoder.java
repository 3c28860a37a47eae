package dev.anmok.core.image;

/// Turns a file's bytes into an upright RGB picture. Implementations are thread-safe, read the
/// header before any pixel, hold to their [DecodeLimits], and never throw for what a file holds.
public interface ImageDecoder {
  /// Decodes the first picture of a file.
  ///
  /// @param minSide 0 for full size; otherwise the picture may be decoded at a reduced scale (JPEG:
  ///   1/2, 1/4, 1/8) as long as its shorter side stays at least this long
  Decoded decode(byte[] bytes, int minSide);
}

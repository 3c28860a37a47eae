package dev.anmok.core.image;

/// Writes pictures as files for people to look at. Implementations are thread-safe.
public interface ImageWriter {
  /// The picture as a JPEG file, without any metadata but what the format needs; colours are sRGB.
  ///
  /// @param quality 1 to 100, as libjpeg counts
  byte[] jpeg(Pixels pixels, int quality);

  /// A short name, of letters and digits, that changes when the bytes written may.
  String code();
}

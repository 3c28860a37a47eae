package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// What turns the data of a checked file into pixels, as stored, before the orientation is applied,
/// and pixels into a file.
sealed interface Backend permits OpenCvBackend, ImageIoBackend {
  /// One line for people: what decodes here.
  String name();

  /// Decodes a JPEG at full or reduced size.
  ///
  /// @param scale 1, 2, 4 or 8: each side is divided by it and rounded up
  Pixels jpeg(Bytes file, JpegHeader header, int scale) throws Malformed;

  Pixels png(Bytes file, PngHeader header) throws Malformed;

  Pixels webp(Bytes file, WebpHeader header) throws Malformed;

  /// Encodes a picture as JPEG.
  ///
  /// @param quality 1 to 100
  byte[] writeJpeg(Pixels pixels, int quality);

  /// A short name of what encodes, with its version.
  String code();
}

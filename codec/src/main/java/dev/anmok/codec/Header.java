package dev.anmok.codec;

import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Orientation;

/// What a file says of its first picture before any pixel is decoded. Sides are as stored, before
/// the orientation is applied.
sealed interface Header
    permits JpegHeader, PngHeader, WebpHeader, GifHeader, BmpHeader, TiffHeader {
  String format();

  int width();

  int height();

  default Exif exif() {
    return Exif.NONE;
  }

  default Orientation orientation() {
    return exif().orientation();
  }

  /// Format, width and height once upright, and when the photo was taken.
  default ImageFacts facts() {
    var taken = exif().takenOrNull();
    return orientation().swapsSides()
        ? new ImageFacts(format(), height(), width(), taken)
        : new ImageFacts(format(), width(), height(), taken);
  }

  /// Reads the header by the file's first bytes, whatever its name says.
  static Header parse(Bytes file) throws Malformed {
    if (file.has(0, "\u00ff\u00d8")) {
      return JpegHeader.parse(file);
    }
    if (file.has(0, PngHeader.SIGNATURE)) {
      return PngHeader.parse(file);
    }
    if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return WebpHeader.parse(file);
    }
    if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
      return GifHeader.parse(file);
    }
    if (file.has(0, "BM") && BmpHeader.looksLikeOne(file)) {
      return BmpHeader.parse(file);
    }
    if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
      return TiffHeader.parse(file);
    }
    throw Stranger.of(file);
  }
}

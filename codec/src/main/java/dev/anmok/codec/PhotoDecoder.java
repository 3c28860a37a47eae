package dev.anmok.codec;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.util.Optional;
import java.util.function.Supplier;

/// Decodes JPEG, PNG, WebP, GIF, BMP and TIFF files into upright 8-bit RGB. Thread-safe.
///
/// - A file is taken for what its first bytes are, whatever its name says. Its structure is read
///   and held to the limits before any pixel is decoded.
/// - EXIF orientation is applied. Transparency is composed on white. Samples of 16 bits are rounded
///   to 8. Of an animation or a file of several pages the first picture counts.
/// - Colour profiles are ignored, as the reference preprocessors ignore them. Four-channel JPEG is
///   read as Adobe's programs write it (inks inverted) and `red = cyan * black / 255`.
/// - A JPEG of which no end marker is there is TRUNCATED, unless it is sequential and every block
///   of the picture is; one whose codes run out before its blocks do is CORRUPT. Damage that leaves
///   as many blocks as there should be looks like any other picture and is not noticed.
/// - A PNG whose chunks do not match their checksums is CORRUPT; PNG, WebP, GIF, BMP and TIFF files
///   that end before their data do are TRUNCATED.
///
/// JPEG, PNG and WebP are decoded by OpenCV where its native library can be loaded, otherwise by
/// Java; [#backend()] tells which. The library is loaded at first use.
public final class PhotoDecoder implements ImageDecoder {
  private static final int MAX_ARRAY_PIXELS = (Integer.MAX_VALUE - 64) / 3;

  private final DecodeLimits limits;
  private final Supplier<Fastest> loaded;

  private PhotoDecoder(DecodeLimits limits, Supplier<Fastest> loaded) {
    this.limits = limits;
    this.loaded = loaded;
  }

  /// A decoder with the fastest backend that this machine can load.
  public static PhotoDecoder open(DecodeLimits limits) {
    return new PhotoDecoder(limits, Fastest::loaded);
  }

  /// A decoder in Java alone.
  static PhotoDecoder openJava(DecodeLimits limits) {
    var java = new Fastest(new ImageIoBackend(), Optional.empty());
    return new PhotoDecoder(limits, () -> java);
  }

  /// What decodes JPEG, PNG and WebP here, in words for people.
  public String backend() {
    return loaded.get().backend().name();
  }

  /// Why the native library is not used; empty where it is.
  public Optional<String> warning() {
    return loaded.get().warning();
  }

  @Override
  public Decoded decode(byte[] bytes, int minSide) {
    if (minSide < 0) {
      throw new IllegalArgumentException("minSide must be >= 0, was " + minSide);
    }
    try {
      requireLength(bytes.length);
      var file = Bytes.of(bytes);
      var header = Header.parse(file);
      requireSize(header);
      var upright = header.orientation().apply(pixels(file, header, minSide));
      return new Decoded.Image(upright, header.facts());
    } catch (Malformed e) {
      return new Decoded.Rejected(e.reason(), e.detail());
    }
  }

  private Pixels pixels(Bytes file, Header header, int minSide) throws Malformed {
    return switch (header) {
      case JpegHeader jpeg -> JpegPicture.read(file, jpeg, minSide, loaded.get().backend());
      case PngHeader png -> sized(loaded.get().backend().png(file, png), png);
      case WebpHeader webp -> sized(loaded.get().backend().webp(file, webp), webp);
      case GifHeader gif -> GifPicture.read(file, gif);
      case BmpHeader bmp when !bmp.runLengths() -> BmpPicture.read(file, bmp);
      case BmpHeader bmp -> sized(ImageIoBackend.image("bmp", file.array()), bmp);
      case TiffHeader tiff -> sized(ImageIoBackend.image("tiff", file.array()), tiff);
    };
  }

  private static Pixels sized(Pixels pixels, Header header) throws Malformed {
    if (pixels.width() != header.width() || pixels.height() != header.height()) {
      throw Malformed.corrupt("The picture has another size than the file's header says.");
    }
    return pixels;
  }

  private void requireLength(int length) throws Malformed {
    if (length == 0) {
      throw new Malformed(Reason.EMPTY, "The file is empty.");
    }
    if (length > limits.maxBytes()) {
      throw new Malformed(
          Reason.TOO_MANY_BYTES,
          "The file has " + length + " bytes; at most " + limits.maxBytes() + " are read.");
    }
  }

  private void requireSize(Header header) throws Malformed {
    long pixels = (long) header.width() * header.height();
    String size = "The picture is " + header.width() + "x" + header.height();
    if (Math.max(header.width(), header.height()) > limits.maxSide()) {
      throw new Malformed(
          Reason.TOO_LONG_SIDE,
          size + "; sides of at most " + limits.maxSide() + " pixels are read.");
    }
    long max = Math.min(limits.maxPixels(), MAX_ARRAY_PIXELS);
    if (pixels > max) {
      throw new Malformed(Reason.TOO_MANY_PIXELS, size + "; at most " + max + " pixels are read.");
    }
  }
}

package dev.anmok.codec;

/// A WebP file's structure (RFC 9649): lossy, lossless or extended, of which the first frame
/// counts.
///
/// @param alpha whether pixels may be transparent
record WebpHeader(int width, int height, boolean alpha, Exif exif) implements Header {
  private static final int ALPHA = 0x10;

  @Override
  public String format() {
    return "webp";
  }

  static WebpHeader parse(Bytes file) throws Malformed {
    WebpHeader size = null;
    boolean picture = false;
    var exif = Exif.NONE;
    long riffEnd = Math.min(file.length(), file.u32(4, true) + 8);
    for (long at = 12; at + 8 <= riffEnd || !picture; ) {
      var type = file.slice(at, 4).text(4);
      long length = file.u32(at + 4, true);
      long data = at + 8;
      switch (type) {
        case "VP8 ", "VP8L", "ANMF", "ALPH" -> {
          file.require(data, length);
          picture |= !type.equals("ALPH");
          size = size == null ? of(file, type, data) : size;
        }
        case "VP8X" -> size = size == null ? extended(file, data) : size;
        case "EXIF" -> exif = exif(file, data, length);
        default -> {} // colour profiles and notes do not bear on pixels
      }
      at = data + length + (length & 1);
    }
    if (size == null) {
      throw Malformed.corrupt("The WebP does not give its size.");
    }
    return new WebpHeader(size.width, size.height, size.alpha, exif);
  }

  private static WebpHeader of(Bytes file, String type, long at) throws Malformed {
    return switch (type) {
      case "VP8 " -> lossy(file, at);
      case "VP8L" -> lossless(file, at);
      default -> throw Malformed.corrupt("The WebP has a frame before its header.");
    };
  }

  private static WebpHeader lossy(Bytes file, long at) throws Malformed {
    if ((file.u8(at) & 1) != 0 || !file.has(at + 3, "\u009d\u0001*")) {
      throw Malformed.corrupt("The WebP does not begin with a key frame.");
    }
    return sized(file.u16(at + 6, true) & 0x3fff, file.u16(at + 8, true) & 0x3fff, false);
  }

  private static WebpHeader lossless(Bytes file, long at) throws Malformed {
    if (file.u8(at) != 0x2f) {
      throw Malformed.corrupt("The WebP's lossless data are damaged.");
    }
    long bits = file.u32(at + 1, true);
    return sized((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1, (bits >> 28 & 1) != 0);
  }

  private static WebpHeader extended(Bytes file, long at) throws Malformed {
    int width = file.u16(at + 4, true) | file.u8(at + 6) << 16;
    int height = file.u16(at + 7, true) | file.u8(at + 9) << 16;
    return sized(width + 1, height + 1, (file.u8(at) & ALPHA) != 0);
  }

  private static WebpHeader sized(int width, int height, boolean alpha) throws Malformed {
    if (width < 1 || height < 1) {
      throw Malformed.corrupt("The WebP's width or height is 0.");
    }
    return new WebpHeader(width, height, alpha, Exif.NONE);
  }

  private static Exif exif(Bytes file, long at, long length) throws Malformed {
    int prefix = file.has(at, "Exif\0\0") ? 6 : 0; // some writers copy it from JPEG
    return at + prefix > file.length()
        ? Exif.NONE
        : Exif.parse(file.slice(at + prefix, Math.max(0, length - prefix)));
  }
}

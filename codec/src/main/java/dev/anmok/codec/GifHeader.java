package dev.anmok.codec;

/// A GIF file's structure up to its first picture (GIF89a).
///
/// @param width width of the canvas, on which the picture may cover a part; a canvas that is
///   smaller than the picture grows to hold it, as in Pillow
/// @param frameAt where the first picture's descriptor stands
/// @param transparent the palette index that lets the canvas through; -1 for none
record GifHeader(int width, int height, int frameAt, int transparent) implements Header {
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int PICTURE = 0x2c;
  private static final int TRAILER = 0x3b;

  @Override
  public String format() {
    return "gif";
  }

  static GifHeader parse(Bytes file) throws Malformed {
    int transparent = -1;
    long at = 13L + paletteLength(file.u8(10));
    while (true) {
      switch (file.u8(at)) {
        case PICTURE -> {
          return at(file, (int) at, transparent);
        }
        case EXTENSION -> {
          if (file.u8(at + 1) == GRAPHIC_CONTROL && file.u8(at + 2) >= 4) {
            transparent = (file.u8(at + 3) & 1) != 0 ? file.u8(at + 6) : -1;
          }
          at = skipBlocks(file, at + 2);
        }
        case 0 -> at++; // padding that some writers leave
        case TRAILER -> throw Malformed.corrupt("The GIF holds no picture.");
        default -> throw Malformed.corrupt("The GIF's blocks are damaged.");
      }
    }
  }

  private static GifHeader at(Bytes file, int frameAt, int transparent) throws Malformed {
    int frameWidth = file.u16(frameAt + 5L, true);
    int frameHeight = file.u16(frameAt + 7L, true);
    if (frameWidth == 0 || frameHeight == 0) {
      throw Malformed.corrupt("The GIF's first picture has no width or height.");
    }
    int right = file.u16(frameAt + 1L, true) + frameWidth;
    int bottom = file.u16(frameAt + 3L, true) + frameHeight;
    return new GifHeader(
        Math.max(file.u16(6, true), right),
        Math.max(file.u16(8, true), bottom),
        frameAt,
        transparent);
  }

  /// Bytes of the palette that a descriptor's flags announce.
  static int paletteLength(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static long skipBlocks(Bytes file, long at) throws Malformed {
    int length = file.u8(at);
    while (length > 0) {
      at += length + 1;
      length = file.u8(at);
    }
    return at + 1;
  }
}

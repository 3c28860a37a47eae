package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// Decodes a BMP without run lengths. Channel masks count, alpha only where a mask names it: the
/// fourth byte of a plain 32-bit BMP is padding.
final class BmpPicture {
  private static final int[] RGB555 = {0x7c00, 0x03e0, 0x001f, 0};
  private static final int[] RGB888 = {0xff0000, 0xff00, 0xff, 0};

  private final Bytes file;
  private final BmpHeader header;
  private final int[] masks;

  private BmpPicture(Bytes file, BmpHeader header) throws Malformed {
    this.file = file;
    this.header = header;
    this.masks = masks(file, header);
  }

  static Pixels read(Bytes file, BmpHeader header) throws Malformed {
    var picture = new BmpPicture(file, header);
    var canvas = new Canvas(header.width(), header.height());
    for (int row = 0; row < header.height(); row++) {
      int y = header.topDown() ? row : header.height() - 1 - row;
      long at = header.dataAt() + row * header.rowLength();
      for (int x = 0; x < header.width(); x++) {
        if (header.bitCount() <= 8) {
          picture.paletteColour(canvas, x, y, at);
        } else {
          picture.trueColour(canvas, x, y, at);
        }
      }
    }
    return canvas.pixels();
  }

  private void paletteColour(Canvas canvas, int x, int y, long rowAt) throws Malformed {
    int bits = header.bitCount();
    int perByte = 8 / bits;
    int shift = 8 - bits - x % perByte * bits;
    int index = (file.u8(rowAt + x / perByte) >> shift) & ((1 << bits) - 1);
    int entry = header.headerLength() == 12 ? 3 : 4;
    long at = BmpHeader.FILE_HEADER + header.headerLength() + (long) index * entry;
    if (at + 3 <= header.dataAt()) {
      canvas.put(x, y, file.u8(at + 2), file.u8(at + 1), file.u8(at), 255);
    } else {
      canvas.put(x, y, 0, 0, 0, 255); // an index that the palette lacks
    }
  }

  private void trueColour(Canvas canvas, int x, int y, long rowAt) throws Malformed {
    int bytes = header.bitCount() / 8;
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= file.u8(rowAt + (long) x * bytes + i) << (8 * i);
    }
    int alpha = masks[3] == 0 ? 255 : channel(value, masks[3]);
    canvas.put(
        x, y, channel(value, masks[0]), channel(value, masks[1]), channel(value, masks[2]), alpha);
  }

  /// The masked bits stretched to 0..255, rounded.
  private static int channel(int value, int mask) {
    if (mask == 0) {
      return 0;
    }
    int shift = Integer.numberOfTrailingZeros(mask);
    long max = (mask & 0xffffffffL) >>> shift;
    return (int) ((((value & mask & 0xffffffffL) >>> shift) * 255 + max / 2) / max);
  }

  private static int[] masks(Bytes file, BmpHeader header) throws Malformed {
    if (header.compression() == 0) {
      return header.bitCount() == 16 ? RGB555 : RGB888;
    }
    boolean named = header.headerLength() >= 56 || header.compression() == 6;
    int[] masks = new int[4];
    for (int i = 0; i < (named ? 4 : 3); i++) {
      masks[i] = (int) file.u32(BmpHeader.FILE_HEADER + 40 + 4L * i, true);
    }
    return masks;
  }
}

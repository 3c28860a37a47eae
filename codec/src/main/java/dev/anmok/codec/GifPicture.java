package dev.anmok.codec;

import dev.anmok.core.image.Pixels;
import java.util.Arrays;

/// Decodes a GIF's first picture onto a white canvas.
final class GifPicture {
  /// Where the rows of an interlaced picture begin and how far apart they are, pass by pass.
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private final Bytes file;
  private final GifHeader header;
  private final int flags;
  private final int left;
  private final int top;
  private final int width;
  private final int height;

  private GifPicture(Bytes file, GifHeader header) throws Malformed {
    this.file = file;
    this.header = header;
    long at = header.frameAt();
    left = file.u16(at + 1, true);
    top = file.u16(at + 3, true);
    width = file.u16(at + 5, true);
    height = file.u16(at + 7, true);
    flags = file.u8(at + 9);
  }

  static Pixels read(Bytes file, GifHeader header) throws Malformed {
    return new GifPicture(file, header).read();
  }

  private Pixels read() throws Malformed {
    int palette = GifHeader.paletteLength(flags);
    long data = header.frameAt() + 10L + palette;
    byte[] indices = GifCodes.decode(file, data, width * height);
    byte[] rgb = new byte[3 * header.width() * header.height()];
    Arrays.fill(rgb, (byte) 0xff);
    int colours = (palette == 0 ? GifHeader.paletteLength(file.u8(10)) : palette) / 3;
    long colourAt = palette == 0 ? 13 : header.frameAt() + 10L;
    file.require(colourAt, 3L * colours);
    int row = 0;
    for (int[] pass : (flags & 0x40) != 0 ? PASSES : new int[][] {{0, 1}}) {
      for (int y = pass[0]; y < height; y += pass[1], row++) {
        int to = 3 * ((top + y) * header.width() + left);
        for (int x = 0; x < width; x++, to += 3) {
          int index = indices[row * width + x] & 0xff;
          if (index != header.transparent()) {
            paint(rgb, to, index < colours ? colourAt + 3L * index : -1);
          }
        }
      }
    }
    return Pixels.wrap(header.width(), header.height(), rgb);
  }

  /// Copies a palette's colour; one that the palette lacks is black.
  private void paint(byte[] rgb, int to, long colourAt) {
    for (int c = 0; c < 3; c++) {
      rgb[to + c] = colourAt < 0 ? 0 : file.array()[file.start() + (int) colourAt + c];
    }
  }
}

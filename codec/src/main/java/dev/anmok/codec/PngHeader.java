package dev.anmok.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A PNG file's structure (W3C PNG, third edition). The checksums of the chunks that pixels are
/// made of are verified, so data that pass here are as they were written.
///
/// @param bitDepth bits a channel or palette index, 1 to 16
/// @param alpha whether pixels may be transparent
/// @param chunks the chunks that pixels are made of, in order; the others are left out for decoders
record PngHeader(int width, int height, int bitDepth, boolean alpha, Exif exif, List<Chunk> chunks)
    implements Header {
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /// Usual chunks of data have 8 KiB and more.
  private static final int MAX_CHUNKS = 100_000;

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  /// A chunk with its length, type, data and checksum: `length` bytes from `at`.
  record Chunk(String type, int at, int length) {}

  @Override
  public String format() {
    return "png";
  }

  static PngHeader parse(Bytes file) throws Malformed {
    if (!file.has(12, "IHDR")) {
      throw file.has(12, "CgBI")
          ? Malformed.unsupported("Apple's own PNG variant is not read.")
          : Malformed.corrupt("The PNG does not begin with its header chunk.");
    }
    long width = file.u32(16, false);
    long height = file.u32(20, false);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw Malformed.corrupt("The PNG's width or height is out of range.");
    }
    int colour = requireKnownColour(file.u8(25), file.u8(24));
    var chunks = new ArrayList<Chunk>();
    var exif = Exif.NONE;
    for (var chunk = chunk(file, 8); ; chunk = chunk(file, chunk.at() + (long) chunk.length())) {
      if (chunk.type().equals("eXIf")) {
        exif = Exif.parse(file.slice(chunk.at() + 8L, chunk.length() - 12L));
      }
      if (isNeeded(chunk.type())) {
        requireChecksum(file, chunk);
        chunks.add(chunk);
        if (chunks.size() > MAX_CHUNKS) {
          throw Malformed.unsupported("A PNG of more than " + MAX_CHUNKS + " chunks is not read.");
        }
      }
      if (chunk.type().equals("IEND")) {
        break;
      }
    }
    if (chunks.stream().noneMatch(c -> c.type().equals("IDAT"))) {
      throw Malformed.corrupt("The PNG holds no picture data.");
    }
    boolean alpha =
        colour == GREY_ALPHA
            || colour == RGB_ALPHA
            || chunks.stream().anyMatch(c -> c.type().equals("tRNS"));
    return new PngHeader((int) width, (int) height, file.u8(24), alpha, exif, List.copyOf(chunks));
  }

  private static Chunk chunk(Bytes file, long at) throws Malformed {
    long length = file.u32(at, false) + 12;
    file.require(at, length);
    return new Chunk(file.slice(at + 4, 4).text(4), (int) at, (int) length);
  }

  private static boolean isNeeded(String type) {
    return switch (type) {
      case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> true;
      default -> false;
    };
  }

  private static void requireChecksum(Bytes file, Chunk chunk) throws Malformed {
    var crc = new CRC32();
    crc.update(file.array(), file.start() + chunk.at() + 4, chunk.length() - 8);
    if (crc.getValue() != file.u32(chunk.at() + chunk.length() - 4L, false)) {
      throw Malformed.corrupt("The PNG's data do not match their checksum.");
    }
  }

  private static int requireKnownColour(int colour, int depth) throws Malformed {
    boolean known =
        switch (colour) {
          case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
          default -> false;
        };
    if (!known) {
      throw Malformed.corrupt("The PNG's colour type is unknown.");
    }
    return colour;
  }
}

package dev.anmok.codec;

/// A BMP file's headers, from OS/2 1.x to version 5.
///
/// @param topDown whether the first stored row is the top one
/// @param bitCount bits a pixel
/// @param headerLength length of the second header
/// @param compression 0 none, 1 and 2 run lengths, 3 and 6 channel masks
/// @param dataAt where the pixels begin
record BmpHeader(
    int width,
    int height,
    boolean topDown,
    int bitCount,
    int headerLength,
    int compression,
    int dataAt)
    implements Header {
  static final int FILE_HEADER = 14;

  private static final int OS2 = 12;
  private static final int INFO = 40;

  @Override
  public String format() {
    return "bmp";
  }

  /// Whether the second header has a length that BMP files have; many texts begin with "BM" too.
  static boolean looksLikeOne(Bytes file) throws Malformed {
    if (file.length() < FILE_HEADER + 4) {
      return false;
    }
    long length = file.u32(FILE_HEADER, true);
    return length == OS2 || (length >= INFO && length <= 124);
  }

  static BmpHeader parse(Bytes file) throws Malformed {
    int length = (int) file.u32(FILE_HEADER, true);
    boolean old = length == OS2;
    int width = old ? file.u16(18, true) : (int) file.u32(18, true);
    int height = old ? file.u16(20, true) : (int) file.u32(22, true);
    int bitCount = file.u16(old ? 24 : 28, true);
    long compression = old ? 0 : file.u32(30, true);
    long dataAt = file.u32(10, true);
    if (width < 1 || height == 0 || height == Integer.MIN_VALUE) {
      throw Malformed.corrupt("The BMP's width or height is out of range.");
    }
    requireSupported(bitCount, compression);
    file.require(dataAt, 0);
    var header =
        new BmpHeader(
            width, Math.abs(height), height < 0, bitCount, length, (int) compression, (int) dataAt);
    if (!header.runLengths()) {
      file.require(dataAt, header.rowLength() * header.height());
    }
    return header;
  }

  /// Bytes a stored row takes, padded to four.
  long rowLength() {
    return ((long) width * bitCount + 31) / 32 * 4;
  }

  boolean runLengths() {
    return compression == 1 || compression == 2;
  }

  private static void requireSupported(int bitCount, long compression) throws Malformed {
    boolean supported =
        switch ((int) Math.min(compression, 9)) {
          case 0 ->
              bitCount == 1
                  || bitCount == 4
                  || bitCount == 8
                  || bitCount == 16
                  || bitCount == 24
                  || bitCount == 32;
          case 1 -> bitCount == 8;
          case 2 -> bitCount == 4;
          case 3, 6 -> bitCount == 16 || bitCount == 32;
          default -> false;
        };
    if (!supported) {
      throw Malformed.unsupported(
          "A BMP of " + bitCount + " bits with compression " + compression + " is not read.");
    }
  }
}

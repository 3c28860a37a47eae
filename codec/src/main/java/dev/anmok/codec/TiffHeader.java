package dev.anmok.codec;

/// A TIFF file's first directory (TIFF 6.0). Every strip or tile that it names must lie in the
/// file.
record TiffHeader(int width, int height, Exif exif) implements Header {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int STRIP_OFFSETS = 273;
  private static final int CHANNELS = 277;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final long MAX_TILE_PIXELS = 1L << 24;

  @Override
  public String format() {
    return "tiff";
  }

  static TiffHeader parse(Bytes file) throws Malformed {
    var ifd = Ifd.first(file);
    long width = ifd.number(WIDTH, 0);
    long height = ifd.number(HEIGHT, 0);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw Malformed.corrupt("The TIFF's width or height is missing or out of range.");
    }
    if (ifd.number(SAMPLE_FORMAT, 1) != 1 || ifd.number(BITS, 1) > 16) {
      throw Malformed.unsupported("A TIFF of real or signed numbers is not read.");
    }
    if (ifd.number(CHANNELS, 1) > 8) {
      throw Malformed.unsupported("A TIFF of more than eight channels is not read.");
    }
    if (ifd.number(TILE_WIDTH, 1) * ifd.number(TILE_HEIGHT, 1) > MAX_TILE_PIXELS) {
      throw Malformed.unsupported("A TIFF of tiles this large is not read.");
    }
    requireData(file, ifd, STRIP_OFFSETS, STRIP_LENGTHS);
    requireData(file, ifd, TILE_OFFSETS, TILE_LENGTHS);
    return new TiffHeader((int) width, (int) height, Exif.parse(file));
  }

  private static void requireData(Bytes file, Ifd ifd, int offsets, int lengths) throws Malformed {
    long[] starts = ifd.numbers(offsets);
    long[] sizes = ifd.numbers(lengths);
    for (int i = 0; i < starts.length; i++) {
      file.require(starts[i], i < sizes.length ? sizes[i] : 0);
    }
  }
}

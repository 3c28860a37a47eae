package dev.anmok.core.image;

/// How a stored picture must be turned to stand upright: the eight values of the EXIF orientation
/// tag, in its order (tag 0x0112 of TIFF 6.0 and EXIF 2.32).
public enum Orientation {
  /// 1: as stored.
  UPRIGHT(false),
  /// 2: mirrored left to right.
  MIRRORED(false),
  /// 3: upside down.
  HALF_TURN(false),
  /// 4: mirrored top to bottom.
  FLIPPED(false),
  /// 5: mirrored along the diagonal from the top left.
  TRANSPOSED(true),
  /// 6: to be turned 90 degrees clockwise.
  QUARTER_TURN(true),
  /// 7: mirrored along the diagonal from the top right.
  TRANSVERSED(true),
  /// 8: to be turned 90 degrees counter-clockwise.
  THREE_QUARTER_TURN(true);

  private static final Orientation[] BY_TAG = values();

  private final boolean swapsSides;

  Orientation(boolean swapsSides) {
    this.swapsSides = swapsSides;
  }

  /// The orientation of a tag's value; a value outside 1 to 8 is [#UPRIGHT], as viewers treat it.
  public static Orientation of(int exif) {
    return exif >= 1 && exif <= BY_TAG.length ? BY_TAG[exif - 1] : UPRIGHT;
  }

  /// Whether width and height change places.
  public boolean swapsSides() {
    return swapsSides;
  }

  /// The picture turned upright; the same object if it already is.
  public Pixels apply(Pixels stored) {
    int w = stored.width();
    int h = stored.height();
    return switch (this) {
      case UPRIGHT -> stored;
      case MIRRORED -> walk(stored, w - 1, -1, w);
      case HALF_TURN -> walk(stored, w * h - 1, -1, -w);
      case FLIPPED -> walk(stored, w * (h - 1), 1, -w);
      case TRANSPOSED -> walk(stored, 0, w, 1);
      case QUARTER_TURN -> walk(stored, w * (h - 1), -w, 1);
      case TRANSVERSED -> walk(stored, w * h - 1, -w, -1);
      case THREE_QUARTER_TURN -> walk(stored, w - 1, w, -1);
    };
  }

  /// Reads the stored pixels in upright order: pixel (x, y) is at `start + x * right + y * down`.
  private Pixels walk(Pixels stored, int start, int right, int down) {
    int width = swapsSides ? stored.height() : stored.width();
    int height = swapsSides ? stored.width() : stored.height();
    byte[] from = stored.rgb();
    byte[] to = new byte[from.length];
    int o = 0;
    for (int y = 0; y < height; y++) {
      int i = 3 * (start + y * down);
      for (int x = 0; x < width; x++, i += 3 * right) {
        to[o++] = from[i];
        to[o++] = from[i + 1];
        to[o++] = from[i + 2];
      }
    }
    return Pixels.wrap(width, height, to);
  }
}

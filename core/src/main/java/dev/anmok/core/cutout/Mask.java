package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;
import java.util.Optional;

/// How much each pixel of a photo belongs to its subject: one byte a pixel, 0 background, 255
/// subject, row by row from the top left. The bytes are shared, not copied, because a mask is as
/// large as its photo: treat them as read-only.
public final class Mask {
  /// A pixel belongs to the subject from here on.
  public static final int HALF = 128;

  private static final int HARDLY = 26; // a tenth
  private static final int NEARLY = 230; // nine tenths

  private final int width;
  private final int height;
  private final byte[] alpha;
  private final Facts facts;

  private Mask(int width, int height, byte[] alpha) {
    this.width = width;
    this.height = height;
    this.alpha = alpha;
    this.facts = Facts.of(this);
  }

  /// What a mask looks like as a whole.
  ///
  /// @param share share of the photo that belongs to the subject, each pixel by its value, 0..1
  /// @param border share of the photo's outermost pixels that belong to the subject ([#HALF]), 0..1
  /// @param decided how decided the mask is: of the pixels with a tenth or more, the share that
  ///   have nine tenths or more; 0 if there are none
  public record Facts(double share, double border, double decided) {
    private static Facts of(Mask mask) {
      long sum = 0;
      long some = 0;
      long sure = 0;
      for (byte value : mask.alpha) {
        int v = value & 0xff;
        sum += v;
        some += v >= HARDLY ? 1 : 0;
        sure += v >= NEARLY ? 1 : 0;
      }
      double share = sum / (255.0 * mask.alpha.length);
      return new Facts(share, border(mask), some == 0 ? 0 : sure / (double) some);
    }

    private static double border(Mask mask) {
      long covered = 0;
      long all = 0;
      for (int y = 0; y < mask.height; y++) {
        boolean whole = y == 0 || y == mask.height - 1;
        int step = whole ? 1 : Math.max(1, mask.width - 1);
        for (int x = 0; x < mask.width; x += step) {
          all++;
          covered += mask.at(x, y) >= HALF ? 1 : 0;
        }
      }
      return covered / (double) all;
    }
  }

  /// A rectangle of pixels, at least one.
  public record Box(int x, int y, int width, int height) {}

  /// Takes over `alpha`, of length `width * height`; the caller must not write to it again.
  ///
  /// @throws IllegalArgumentException if a side is under 1 or the length does not match
  public static Mask wrap(int width, int height, byte[] alpha) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("sides must be >= 1, were " + width + "x" + height);
    }
    if (alpha.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          "a mask of %dx%d needs another length than %d".formatted(width, height, alpha.length));
    }
    return new Mask(width, height, alpha);
  }

  /// A mask without a subject.
  public static Mask empty(int width, int height) {
    return wrap(width, height, new byte[Math.multiplyExact(width, height)]);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The shared bytes; do not write to them.
  public byte[] alpha() {
    return alpha;
  }

  /// The value at a place, 0..255.
  public int at(int x, int y) {
    return alpha[y * width + x] & 0xff;
  }

  /// What the mask looks like as a whole.
  public Facts facts() {
    return facts;
  }

  /// The smallest rectangle with every pixel of the subject ([#HALF]); none if there is none.
  public Optional<Box> box() {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (at(x, y) >= HALF) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left + 1, bottom - top + 1));
  }

  /// Refuses a photo that the mask does not belong to.
  void requireSizeOf(Pixels photo) {
    if (photo.width() != width || photo.height() != height) {
      throw new IllegalArgumentException(
          "a mask of %dx%d does not belong to a photo of %dx%d"
              .formatted(width, height, photo.width(), photo.height()));
    }
  }
}

package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;

/// A subject without its background: the photo's colours with the mask as their opacity. At the
/// soft edge a photo's pixels are mixed with what was behind the subject, which would show as a
/// halo on another background; there the colour is the subject's own, estimated from its firm
/// pixels around: the mean of the colours in a window, weighted by opacity to the fourth power,
/// then corrected so that mixed with the background's mean it gives the photo's pixel. After Forte
/// and Pitié, "Approximate fast foreground colour estimation", ICIP 2021, of which this is one
/// step. Rows are computed when asked for, so nothing but photo and mask is held.
public final class CutoutPicture {
  private static final int CHANNELS = 4;
  private static final int STEPS = 4;
  private static final int SIDE_PER_STEP = 400;

  private final Pixels photo;
  private final Mask mask;
  private final int stride;

  /// @throws IllegalArgumentException if the mask is of another size than the photo
  public CutoutPicture(Pixels photo, Mask mask) {
    mask.requireSizeOf(photo);
    this.photo = photo;
    this.mask = mask;
    this.stride = Math.ceilDiv(Math.max(photo.width(), photo.height()), SIDE_PER_STEP);
  }

  public int width() {
    return photo.width();
  }

  public int height() {
    return photo.height();
  }

  /// Writes a row as red, green, blue and opacity, not premultiplied; where nothing is to be seen
  /// all four are 0.
  ///
  /// @param rgba of length `4 * width`
  public void row(int y, byte[] rgba) {
    for (int x = 0; x < width(); x++) {
      int alpha = mask.at(x, y);
      int colour = alpha == 0 ? 0 : alpha == 255 ? photo.at(x, y) : own(x, y, alpha / 255.0);
      rgba[CHANNELS * x] = (byte) (colour >> 16);
      rgba[CHANNELS * x + 1] = (byte) (colour >> 8);
      rgba[CHANNELS * x + 2] = (byte) colour;
      rgba[CHANNELS * x + 3] = (byte) alpha;
    }
  }

  /// The subject's colour at a pixel of the edge, `0xRRGGBB`. Sums are red, green, blue, weight.
  private int own(int x, int y, double alpha) {
    var subject = new double[CHANNELS];
    var behind = new double[CHANNELS];
    for (int dy = -STEPS; dy <= STEPS; dy++) {
      for (int dx = -STEPS; dx <= STEPS; dx++) {
        int px = Math.clamp(x + dx * stride, 0, width() - 1);
        int py = Math.clamp(y + dy * stride, 0, height() - 1);
        double a = mask.at(px, py) / 255.0;
        int rgb = photo.at(px, py);
        add(subject, rgb, a * a * a * a);
        add(behind, rgb, (1 - a) * (1 - a) * (1 - a) * (1 - a));
      }
    }
    int here = photo.at(x, y);
    int colour = 0;
    for (int c = 0; c < 3; c++) {
      double own = subject[c] / subject[3]; // its own pixel has weight, so this is above 0
      double other = behind[3] > 0 ? behind[c] / behind[3] : own;
      double seen = here >> (16 - 8 * c) & 0xff;
      double corrected = own + alpha * (seen - alpha * own - (1 - alpha) * other);
      colour = colour << 8 | Math.clamp(Math.round(corrected), 0, 255);
    }
    return colour;
  }

  private static void add(double[] sums, int rgb, double weight) {
    sums[0] += weight * (rgb >> 16 & 0xff);
    sums[1] += weight * (rgb >> 8 & 0xff);
    sums[2] += weight * (rgb & 0xff);
    sums[3] += weight;
  }
}

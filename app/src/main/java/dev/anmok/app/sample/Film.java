package dev.anmok.app.sample;

import java.awt.image.BufferedImage;

/// Light collected per pixel, developed into a photograph: focus, glow around bright places,
/// exposure, tone curve, tint, vignette and grain.
final class Film {
  private static final int STEPS = 4096;

  /// The glow is soft, so it is worked out on cells of this many pixels each way.
  private static final int SHRINK = 2;

  private static final int[] GAMMA = gamma();

  private final int width;
  private final int height;
  private final float[] light;
  private final float[] far;

  Film(int width, int height, float[] light, float[] far) {
    this.width = width;
    this.height = height;
    this.light = light;
    this.far = far;
  }

  BufferedImage develop(Grade grade, int seed) {
    if (grade.focus() > 0) {
      defocus(grade.focus());
    }
    double exposure = grade.key() / mean();
    float[] glow = glow((float) (1.2 / exposure));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = tone(x, y, exposure, glow, grade, seed);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private int tone(int x, int y, double exposure, float[] glow, Grade grade, int seed) {
    double dx = (x - width / 2.0) / width;
    double dy = (y - height / 2.0) / height;
    double edge = exposure * (1 - 0.75 * (dx * dx + dy * dy));
    int at = (y * width + x) * 3;
    int dice = Noise.hash(x, y, seed);
    double grain = grade.grain() * ((dice & 255) + (dice >>> 24) - 255) * 0.12;
    int spot = (y / SHRINK * ((width + SHRINK - 1) / SHRINK) + x / SHRINK) * 3;
    int rgb = 0;
    double grey = 0.3 * light[at] + 0.59 * light[at + 1] + 0.11 * light[at + 2];
    for (int c = 0; c < 3; c++) {
      double vivid = Math.max(0, grey + (light[at + c] - grey) * 1.12);
      double v = (vivid + glow[spot + c] * 0.35) * edge;
      double curve = v * (0.25 + v) / (v * (0.75 + v) + 0.42);
      double tint = ((grade.tint() >> (16 - 8 * c)) & 255) / 255.0;
      int level = GAMMA[(int) Math.min(STEPS - 1, curve * tint * STEPS)];
      double own = grade.grain() * (((dice >> (6 + 4 * c)) & 255) - 127.5) * 0.055;
      rgb = (rgb << 8) | (int) Math.clamp(level + grain + own, 0, 255);
    }
    return rgb;
  }

  /// The mean of the logarithm, so that a lamp or a window does not darken the room.
  private double mean() {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < light.length; i += 51) {
      int at = i / 3 * 3;
      double v = 0.3 * light[at] + 0.6 * light[at + 1] + 0.1 * light[at + 2];
      sum += StrictMath.log(0.004 + v);
      n++;
    }
    return StrictMath.exp(sum / n);
  }

  private float[] glow(float above) {
    int w = (width + SHRINK - 1) / SHRINK;
    int h = (height + SHRINK - 1) / SHRINK;
    float[] bright = new float[w * h * 3];
    for (int i = 0; i < light.length; i++) {
      float over = Math.min(Math.max(0, light[i] - above), above * 4);
      int x = i / 3 % width;
      int y = i / 3 / width;
      bright[(y / SHRINK * w + x / SHRINK) * 3 + i % 3] += over / (SHRINK * SHRINK);
    }
    int radius = Math.max(2, w / 55);
    return Blur.box(Blur.box(bright, w, h, radius), w, h, radius * 2);
  }

  private void defocus(double focus) {
    float[] soft =
        Blur.box(Blur.box(light, width, height, width / 160 + 1), width, height, width / 130 + 1);
    for (int i = 0; i < far.length; i++) {
      float share = (float) Math.clamp(Math.abs(1 - focus / far[i]) * 2.6 - 0.25, 0, 1);
      for (int c = i * 3; c < i * 3 + 3; c++) {
        light[c] += (soft[c] - light[c]) * share;
      }
    }
  }

  private static int[] gamma() {
    int[] levels = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      levels[i] = (int) (255 * StrictMath.pow((i + 0.5) / STEPS, 1 / 2.1) + 0.5);
    }
    return levels;
  }
}

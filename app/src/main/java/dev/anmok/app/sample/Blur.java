package dev.anmok.app.sample;

import java.awt.image.BufferedImage;

/// Blurs: a running box mean over interleaved channels, and a Gaussian as three of them.
public final class Blur {
  private Blur() {}

  /// The mean over a square of side `2 · radius + 1`; edges repeat.
  static float[] box(float[] in, int width, int height, int radius) {
    float[] across = new float[in.length];
    float[] out = new float[in.length];
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < 3; c++) {
        run(in, across, y * width * 3 + c, 3, width, radius);
      }
    }
    down(across, out, width * 3, height, radius);
    return out;
  }

  /// The running mean down all columns at once, row by row.
  private static void down(float[] in, float[] out, int step, int height, int radius) {
    double[] sum = new double[step];
    for (int i = -radius; i <= radius; i++) {
      int from = Math.clamp(i, 0, height - 1) * step;
      for (int x = 0; x < step; x++) {
        sum[x] += in[from + x];
      }
    }
    for (int y = 0; y < height; y++) {
      int next = Math.min(height - 1, y + radius + 1) * step;
      int last = Math.max(0, y - radius) * step;
      for (int x = 0; x < step; x++) {
        out[y * step + x] = (float) (sum[x] / (2 * radius + 1));
        sum[x] += in[next + x] - (double) in[last + x];
      }
    }
  }

  /// A picture seen out of focus.
  ///
  /// @param sigma width of the Gaussian in pixels
  public static BufferedImage gaussian(BufferedImage image, double sigma) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
    float[] light = new float[w * h * 3];
    for (int i = 0; i < pixels.length; i++) {
      light[i * 3] = (pixels[i] >> 16) & 255;
      light[i * 3 + 1] = (pixels[i] >> 8) & 255;
      light[i * 3 + 2] = pixels[i] & 255;
    }
    int radius = Math.max(1, (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
    for (int pass = 0; pass < 3; pass++) {
      light = box(light, w, h, radius);
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Colour.of(light[i * 3], light[i * 3 + 1], light[i * 3 + 2]);
    }
    var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, w, h, pixels, 0, w);
    return out;
  }

  private static void run(float[] in, float[] out, int start, int step, int n, int radius) {
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += in[start + Math.clamp(i, 0, n - 1) * step];
    }
    for (int i = 0; i < n; i++) {
      out[start + i * step] = (float) (sum / (2 * radius + 1));
      sum += in[start + Math.min(n - 1, i + radius + 1) * step];
      sum -= in[start + Math.max(0, i - radius) * step];
    }
  }
}

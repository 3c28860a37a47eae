package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Makes a flat drawing look photographed: uneven light, a warm cast and grain.
final class Snapshot {
  private Snapshot() {}

  static BufferedImage of(BufferedImage image, SplittableRandom random) {
    double angle = random.nextDouble() * 6.3;
    double slope = 0.25 * random.nextDouble();
    double warm = 0.06 * random.nextDouble();
    int seed = random.nextInt(100_000);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    int w = image.getWidth();
    int h = image.getHeight();
    var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double across = (x - w / 2.0) / w * cos + (y - h / 2.0) / h * sin;
        double light = 0.94 + slope * across;
        double grain = (Noise.cell(x, y, seed) - 0.5) * 12;
        int rgb = image.getRGB(x, y);
        out.setRGB(
            x,
            y,
            Colour.of(
                Colour.red(rgb) * light * (1 + warm) + grain,
                Colour.green(rgb) * light + grain,
                Colour.blue(rgb) * light * (1 - warm) + grain));
      }
    }
    return out;
  }
}

package dev.anmok.benchmarks;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.util.Random;

/// Pictures to work on: seeded patches of colour with some noise.
final class Scene {
  private Scene() {}

  static Pixels of(int width, int height) {
    var random = new Random(42);
    var patches = new byte[3 * 16 * 12];
    random.nextBytes(patches);
    var rgb = Resize.to(Pixels.wrap(16, 12, patches), width, height, Filter.BICUBIC).rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.clamp((rgb[i] & 0xff) + random.nextInt(21) - 10, 0, 255);
    }
    return Pixels.wrap(width, height, rgb);
  }
}

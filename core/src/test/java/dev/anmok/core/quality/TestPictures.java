package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;
import java.util.Arrays;
import java.util.Random;

/// Pictures that resemble photos enough to be sharp, soft or noisy.
final class TestPictures {
  private TestPictures() {}

  /// Overlapping seeded discs of grey with hard edges: shapes of all sizes and directions.
  static Pixels textured(int width, int height) {
    var random = new Random(11);
    var grey = new byte[width * height];
    Arrays.fill(grey, (byte) 128);
    for (int disc = 0; disc < width * height / 60; disc++) {
      int radius = 2 + (int) (12 * Math.pow(random.nextDouble(), 3));
      int cx = random.nextInt(width);
      int cy = random.nextInt(height);
      byte level = (byte) (30 + random.nextInt(200));
      for (int y = Math.max(0, cy - radius); y < Math.min(height, cy + radius); y++) {
        for (int x = Math.max(0, cx - radius); x < Math.min(width, cx + radius); x++) {
          if ((x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius) {
            grey[y * width + x] = level;
          }
        }
      }
    }
    return of(width, height, grey);
  }

  /// The left half of one picture and the right half of another of its size.
  static Pixels beside(Pixels left, Pixels right) {
    var rgb = left.rgb().clone();
    int half = left.width() / 2;
    for (int y = 0; y < left.height(); y++) {
      int at = 3 * (y * left.width() + half);
      System.arraycopy(right.rgb(), at, rgb, at, 3 * (left.width() - half));
    }
    return Pixels.wrap(left.width(), left.height(), rgb);
  }

  /// One picture within another of the same size, but for a margin on all sides.
  static Pixels framed(Pixels inner, Pixels outer, int margin) {
    var rgb = outer.rgb().clone();
    for (int y = margin; y < inner.height() - margin; y++) {
      int at = 3 * (y * inner.width() + margin);
      System.arraycopy(inner.rgb(), at, rgb, at, 3 * (inner.width() - 2 * margin));
    }
    return Pixels.wrap(inner.width(), inner.height(), rgb);
  }

  /// Black letters, or what looks like them, on white, over the lowest rows of a picture.
  static Pixels captioned(Pixels in, int rows) {
    var rgb = in.rgb().clone();
    for (int y = in.height() - rows; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        boolean ink = (y + 6) % 12 > 3 && x % 7 > 1 && (x * 31 / 7 + y / 3 * 17) % 5 < 3;
        Arrays.fill(
            rgb, 3 * (y * in.width() + x), 3 * (y * in.width() + x) + 3, (byte) (ink ? 0 : 255));
      }
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  /// Each value times a gain.
  static Pixels scaled(Pixels in, double gain) {
    var rgb = new byte[in.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.clamp(Math.round((in.rgb()[i] & 0xff) * gain), 0, 255);
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  /// With white Gaussian noise, the same in all channels.
  static Pixels noisy(Pixels in, double sigma, int seed) {
    var random = new Random(seed);
    var rgb = new byte[in.rgb().length];
    for (int i = 0; i < rgb.length; i += 3) {
      double more = sigma * random.nextGaussian();
      for (int c = i; c < i + 3; c++) {
        rgb[c] = (byte) Math.clamp(Math.round((in.rgb()[c] & 0xff) + more), 0, 255);
      }
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  private static Pixels of(int width, int height, byte[] grey) {
    var rgb = new byte[3 * grey.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = grey[i / 3];
    }
    return Pixels.wrap(width, height, rgb);
  }
}

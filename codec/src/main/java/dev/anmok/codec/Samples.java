package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// Turns interleaved samples as OpenCV gives them into RGB: one channel is grey, three are a
/// colour, a fourth is alpha, composed on white.
final class Samples {
  private Samples() {}

  /// Samples of 8 bits.
  ///
  /// @param samples taken over where they are three channels
  /// @param bgr whether blue comes first
  static Pixels of8Bit(int width, int height, int channels, byte[] samples, boolean bgr)
      throws Malformed {
    return switch (channels) {
      case 1 -> grey(width, height, samples);
      case 3 -> Pixels.wrap(width, height, bgr ? swapped(samples) : samples);
      case 4 -> alpha(width, height, samples);
      default -> throw Malformed.unsupported("A picture of " + channels + " channels is not read.");
    };
  }

  /// Samples of 16 bits are rounded to 8, blue first.
  static Pixels of16Bit(int width, int height, int channels, short[] samples) throws Malformed {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (((samples[i] & 0xffff) + 128) / 257);
    }
    return of8Bit(width, height, channels, bytes, true);
  }

  private static Pixels grey(int width, int height, byte[] samples) {
    byte[] rgb = new byte[3 * samples.length];
    for (int i = 0, o = 0; i < samples.length; i++) {
      rgb[o++] = samples[i];
      rgb[o++] = samples[i];
      rgb[o++] = samples[i];
    }
    return Pixels.wrap(width, height, rgb);
  }

  private static byte[] swapped(byte[] bgr) {
    for (int i = 0; i + 2 < bgr.length; i += 3) {
      byte blue = bgr[i];
      bgr[i] = bgr[i + 2];
      bgr[i + 2] = blue;
    }
    return bgr;
  }

  private static Pixels alpha(int width, int height, byte[] bgra) {
    var canvas = new Canvas(width, height);
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i += 4) {
        canvas.put(
            x, y, bgra[i + 2] & 0xff, bgra[i + 1] & 0xff, bgra[i] & 0xff, bgra[i + 3] & 0xff);
      }
    }
    return canvas.pixels();
  }
}

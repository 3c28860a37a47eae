package dev.anmok.app.sample;

import java.util.SplittableRandom;

/// Arithmetic on packed 0xRRGGBB colours.
public final class Colour {
  private Colour() {}

  /// The colour of three channels, each cut to 0..255.
  public static int of(double r, double g, double b) {
    return (clamp(r) << 16) | (clamp(g) << 8) | clamp(b);
  }

  /// The red channel, 0..255.
  public static double red(int rgb) {
    return (rgb >> 16) & 255;
  }

  /// The green channel, 0..255.
  public static double green(int rgb) {
    return (rgb >> 8) & 255;
  }

  /// The blue channel, 0..255.
  public static double blue(int rgb) {
    return rgb & 255;
  }

  /// Every channel times a factor.
  public static int scale(int rgb, double s) {
    return of(red(rgb) * s, green(rgb) * s, blue(rgb) * s);
  }

  /// From `a` at 0 to `b` at 1.
  public static int mix(int a, int b, double t) {
    return of(
        red(a) + (red(b) - red(a)) * t,
        green(a) + (green(b) - green(a)) * t,
        blue(a) + (blue(b) - blue(a)) * t);
  }

  /// The colour moved a little in every channel.
  public static int vary(int rgb, SplittableRandom random, double amount) {
    double s = 1 + (random.nextDouble() - 0.5) * amount;
    return of(
        red(rgb) * s + (random.nextDouble() - 0.5) * amount * 90,
        green(rgb) * s + (random.nextDouble() - 0.5) * amount * 90,
        blue(rgb) * s + (random.nextDouble() - 0.5) * amount * 90);
  }

  private static int clamp(double v) {
    return v <= 0 ? 0 : v >= 255 ? 255 : (int) (v + 0.5);
  }
}

package dev.anmok.app.sample;

/// Repeatable noise from integer hashing, in 0..1.
public final class Noise {
  private Noise() {}

  /// A number that looks random, the same for the same arguments.
  public static int hash(int x, int y, int seed) {
    int h = (x * 0x27d4eb2d) ^ (y * 0x165667b1) ^ (seed * 0x9e3779b1);
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /// One value per integer cell.
  public static double cell(int x, int y, int seed) {
    return (hash(x, y, seed) >>> 8) * 0x1p-24;
  }

  /// Cell values with smooth passages between them.
  public static double smooth(double x, double y, int seed) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    int ix = (int) fx;
    int iy = (int) fy;
    double tx = ease(x - fx);
    double ty = ease(y - fy);
    double top = mix(cell(ix, iy, seed), cell(ix + 1, iy, seed), tx);
    double bottom = mix(cell(ix, iy + 1, seed), cell(ix + 1, iy + 1, seed), tx);
    return mix(top, bottom, ty);
  }

  /// Three octaves of smooth noise.
  public static double clouds(double x, double y, int seed) {
    return (smooth(x, y, seed) * 4
            + smooth(x * 2.1, y * 2.1, seed + 1) * 2
            + smooth(x * 4.3, y * 4.3, seed + 2))
        / 7;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}

package dev.anmok.core.image;

import java.util.Random;

/// The way a point of light takes over the sensor while a hand shakes.
///
/// @param x places in pixels
/// @param y places in pixels
/// @param time how long each place is lit
@SuppressWarnings("ArrayRecordComponent") // used inside one call only
record ShakePath(double[] x, double[] y, double[] time) {
  private static final double DWELLS = 0.6;

  static ShakePath of(int length, Random random) {
    int steps = 4 * length;
    double angle = 2 * Math.PI * random.nextDouble();
    double strength = random.nextBoolean() ? 0.05 : 1.2;
    double bend = random.nextGaussian() * strength * 2 / steps;
    var path = new ShakePath(new double[steps], new double[steps], new double[steps]);
    double px = 0;
    double py = 0;
    for (int i = 0; i < steps; i++) {
      px += StrictMath.cos(angle) * length / steps;
      py += StrictMath.sin(angle) * length / steps;
      path.x[i] = px;
      path.y[i] = py;
      angle += bend + 0.02 * random.nextGaussian();
    }
    path.dwell(random);
    return path;
  }

  private void dwell(Random random) {
    boolean even = random.nextDouble() >= DWELLS;
    var drawn = new double[time.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = even ? 1 : -StrictMath.log(1 - random.nextDouble());
    }
    for (int i = 0; i < time.length; i++) {
      for (int j = Math.max(0, i - 2); j <= Math.min(time.length - 1, i + 2); j++) {
        time[i] += drawn[j] / 5;
      }
    }
  }

  /// Adds the path to a square of weights, its mean in the middle; they then sum to 1.
  void lay(double[] weights, int side) {
    double all = 0;
    double mx = 0;
    double my = 0;
    for (int i = 0; i < time.length; i++) {
      all += time[i];
      mx += time[i] * x[i];
      my += time[i] * y[i];
    }
    int middle = side / 2;
    for (int i = 0; i < time.length; i++) {
      double atX = Math.clamp(x[i] - mx / all + middle, 0, side - 1.001);
      double atY = Math.clamp(y[i] - my / all + middle, 0, side - 1.001);
      BlurKernel.add(weights, side, atX, atY, time[i] / all);
    }
  }
}

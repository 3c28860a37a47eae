package dev.anmok.core.evaluate;

import java.util.Arrays;
import java.util.Random;

/// The mean of some values with its interval at 95 % from resampling: the 2.5th and 97.5th
/// percentile of the means of [#SAMPLES] samples drawn with replacement, seeded. Source: Efron,
/// Annals of Statistics 7 (1979).
final class Bootstrap {
  static final int SAMPLES = 2_000;
  private static final long SEED = 20261121;

  private Bootstrap() {}

  /// The interval; NaN of no values.
  static Interval mean(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (values.length == 0) {
      return new Interval(mean, Double.NaN, Double.NaN);
    }
    var random = new Random(SEED);
    var means = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[s] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(mean, means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
  }
}

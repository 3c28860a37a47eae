package dev.anmok.core.evaluate;

import dev.anmok.core.score.Gaussian;
import java.util.Arrays;

/// The Mann-Whitney test of whether one group's values tend to exceed another's, two-sided, by the
/// normal approximation with tie and continuity corrections; good from about eight values a group.
///
/// Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947); SciPy's `mannwhitneyu`
/// with `method="asymptotic"` gives the same.
///
/// @param u number of pairs in which the first group's value is the larger, ties counted half
/// @param z how many standard deviations `u` lies from what chance gives, its sign kept
/// @param p probability of a `u` so far from the middle if the groups do not differ, 0..1
public record RankTest(double u, double z, double p) {
  /// Compares two groups.
  ///
  /// @throws IllegalArgumentException if a group is empty or holds a NaN
  public static RankTest of(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      throw new IllegalArgumentException(
          "groups must not be empty, had " + first.length + " and " + second.length + " values");
    }
    var a = sorted(first);
    var b = sorted(second);
    double u = Arrays.stream(RankedPairs.wins(a, b)).sum();
    double n = a.length + b.length;
    double pairs = (double) a.length * b.length;
    double variance = pairs / 12 * ((n + 1) - ties(a, b) / (n * Math.max(1, n - 1)));
    double away = u - pairs / 2;
    if (variance <= 0) {
      return new RankTest(u, 0, 1);
    }
    double z = Math.signum(away) * Math.max(0, Math.abs(away) - 0.5) / Math.sqrt(variance);
    return new RankTest(u, z, Math.min(1, 2 * Gaussian.above(Math.abs(z))));
  }

  private static double[] sorted(double[] values) {
    var copy = values.clone();
    Arrays.sort(copy);
    if (Double.isNaN(copy[copy.length - 1])) {
      throw new IllegalArgumentException("values must be numbers, one was NaN");
    }
    return copy;
  }

  /// `Σ (t³ - t)` over the sizes of the groups of equal values.
  private static double ties(double[] a, double[] b) {
    var all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    Arrays.sort(all);
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= all.length; i++) {
      if (i == all.length || all[i] != all[start]) {
        double t = i - start;
        sum += t * t * t - t;
        start = i;
      }
    }
    return sum;
  }
}

package dev.anmok.core.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// How closely two lists of numbers go together, with its interval at 95 %. The interval takes the
/// pairs for independent.
///
/// @param value the coefficient, -1..1
/// @param low lower end of the interval
/// @param high upper end of the interval
/// @param count number of pairs
public record Correlation(double value, double low, double high, int count) {
  /// Pearson's product-moment coefficient; the interval by Fisher's z with the standard error `1 /
  /// √(n − 3)`. Empty with fewer than four pairs, or if one list is constant. Source: Fisher,
  /// Metron 1 (1921).
  public static Optional<Correlation> pearson(double[] a, double[] b) {
    return coefficient(a, b).map(r -> interval(r, a.length, 1));
  }

  /// Spearman's rank coefficient, equal values sharing their mean rank; the interval by Fisher's z
  /// with the standard error `√((1 + r² / 2) / (n − 3))`. Empty with fewer than four pairs, or if
  /// one list is constant. Source: Bonett and Wright, Psychometrika 65 (2000).
  public static Optional<Correlation> spearman(double[] a, double[] b) {
    return coefficient(ranks(a), ranks(b)).map(r -> interval(r, a.length, 1 + r * r / 2));
  }

  /// Whether the interval leaves out 0.
  public boolean differsFromZero() {
    return low > 0 || high < 0;
  }

  /// Ranks from 1; equal values share the mean of their ranks.
  static double[] ranks(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toList();
    var ranks = new double[values.length];
    for (int from = 0; from < values.length; ) {
      int to = from + 1;
      while (to < values.length && values[order.get(to)] == values[order.get(from)]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static Optional<Double> coefficient(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
    }
    if (a.length < 4 || constant(a) || constant(b)) {
      return Optional.empty();
    }
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    double r = both / Math.sqrt(squaresA * squaresB);
    return Double.isFinite(r) ? Optional.of(Math.clamp(r, -1, 1)) : Optional.empty();
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static Correlation interval(double r, int count, double variance) {
    double z = 0.5 * Math.log((1 + r) / (1 - r));
    double half = Interval.Z * Math.sqrt(variance / (count - 3));
    return new Correlation(r, Math.tanh(z - half), Math.tanh(z + half), count);
  }
}

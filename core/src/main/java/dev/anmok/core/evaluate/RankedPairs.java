package dev.anmok.core.evaluate;

import java.util.Arrays;

/// How well a value parts two kinds: the share of pairs, one of each kind, in which the first kind
/// has the larger value; equal values count half. 0.5 is chance. The same as the area under the ROC
/// curve. Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947).
public final class RankedPairs {
  private RankedPairs() {}

  /// The share, 0..1; `NaN` if a kind has no values. Sorts copies: `O(n log n)`.
  public static double share(double[] larger, double[] smaller) {
    if (larger.length == 0 || smaller.length == 0) {
      return Double.NaN;
    }
    double won = Arrays.stream(wins(sorted(larger), sorted(smaller))).sum();
    return won / ((double) larger.length * smaller.length);
  }

  /// For each of `from`, how many of `of` lie below it, ties counted half; both sorted.
  static double[] wins(double[] from, double[] of) {
    var wins = new double[from.length];
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < from.length; i++) {
      while (below < of.length && of[below] < from[i]) {
        below++;
      }
      while (upTo < of.length && of[upTo] <= from[i]) {
        upTo++;
      }
      wins[i] = (below + upTo) / 2.0;
    }
    return wins;
  }

  private static double[] sorted(double[] values) {
    var copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}

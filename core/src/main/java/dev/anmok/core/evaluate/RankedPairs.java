package dev.anmok.core.evaluate;

import java.util.Arrays;

/// How well a value parts two kinds: the share of pairs, one of each kind, in which the first kind
/// has the larger value; equal values count half. 0.5 is chance. The same as the area under the ROC
/// curve. Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947).
public final class RankedPairs {
  private RankedPairs() {}

  /// The share, 0..1; `NaN` if a kind has no values. Sorts a copy: `O(n log n)`.
  public static double share(double[] larger, double[] smaller) {
    if (larger.length == 0 || smaller.length == 0) {
      return Double.NaN;
    }
    var sorted = smaller.clone();
    Arrays.sort(sorted);
    double won = 0;
    for (double value : larger) {
      int below = position(sorted, value, false);
      int notAbove = position(sorted, value, true);
      won += below + (notAbove - below) / 2.0;
    }
    return won / ((double) larger.length * smaller.length);
  }

  /// How many sorted values are below a value, or not above it.
  private static int position(double[] sorted, double value, boolean withEqual) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean before = withEqual ? sorted[middle] <= value : sorted[middle] < value;
      if (before) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}

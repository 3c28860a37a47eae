package dev.anmok.core.score;

/// Counts of values in equal bins over a fixed range, so that any number of values fits the same
/// memory. Values outside the range go to the outermost bins. Not thread-safe.
public final class Distribution {
  private final double low;
  private final double width;
  private final long[] counts;
  private long total;

  private Distribution(double low, double high, int bins) {
    this.low = low;
    this.width = (high - low) / bins;
    this.counts = new long[bins];
  }

  /// For deltas of a contrast lens: -2..2 in bins of 0.0001.
  public static Distribution ofDeltas() {
    return new Distribution(-2, 2, 40_000);
  }

  /// Counts a value.
  ///
  /// @throws IllegalArgumentException if it is not a number
  public void add(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("a distribution has no place for NaN");
    }
    counts[bin(value)]++;
    total++;
  }

  /// The bin that a number belongs to.
  public int bin(double value) {
    int bin = (int) Math.floor((value - low) / width);
    return Math.clamp(bin, 0, counts.length - 1);
  }

  /// Number of values greater than a limit; those in the limit's own bin count if its middle is.
  public long above(double limit) {
    long above = 0;
    for (int i = bin(limit); i < counts.length; i++) {
      above += center(i) > limit ? counts[i] : 0;
    }
    return above;
  }

  public long total() {
    return total;
  }

  public int bins() {
    return counts.length;
  }

  /// Number of values in a bin.
  public long count(int bin) {
    return counts[bin];
  }

  /// Middle of a bin.
  public double center(int bin) {
    return low + (bin + 0.5) * width;
  }

  /// The middle of the first bin up to which at least this share of the values lies; NaN if there
  /// are none.
  ///
  /// @param share over 0, at most 1
  public double quantile(double share) {
    double wanted = share * total;
    long below = 0;
    for (int i = 0; i < counts.length && total > 0; i++) {
      below += counts[i];
      if (below >= wanted) {
        return center(i);
      }
    }
    return Double.NaN;
  }

  /// Mean of the values, to within half a bin; NaN if there are none.
  public double mean() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * center(i);
    }
    return sum / total;
  }
}

package dev.anmok.core.quality;

/// Standard deviations from whole-number sums, which lose nothing on the way. A row's sums fit in
/// an int: at most 1020 squared times [Luma#MAX_SIDE].
final class Spread {
  private Spread() {}

  /// `sqrt(n * Σx² - (Σx)²) / n`, the population standard deviation.
  static double std(long count, long sum, long sumOfSquares) {
    return Math.sqrt((double) (count * sumOfSquares - sum * sum)) / count;
  }
}

package dev.anmok.core.quality;

/// Standard deviations from whole-number sums, which lose nothing on the way.
final class Spread {
  private Spread() {}

  /// `sqrt(n * Σx² - (Σx)²) / n`, the population standard deviation.
  static double std(long count, long sum, long sumOfSquares) {
    return Math.sqrt((double) (count * sumOfSquares - sum * sum)) / count;
  }
}

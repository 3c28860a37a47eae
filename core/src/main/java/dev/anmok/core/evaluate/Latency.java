package dev.anmok.core.evaluate;

import java.util.Arrays;

/// Percentiles of measured times in milliseconds, by nearest rank.
public record Latency(double p50Millis, double p95Millis, double p99Millis) {
  /// Sums up measured times.
  ///
  /// @param nanos at least one, in any order
  public static Latency of(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nanos must not be empty");
    }
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(millis(sorted, 0.50), millis(sorted, 0.95), millis(sorted, 0.99));
  }

  private static double millis(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}

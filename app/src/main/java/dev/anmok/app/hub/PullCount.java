package dev.anmok.app.hub;

import java.util.HashMap;
import java.util.Map;

/// Adds up the bytes of files that are pulled side by side. Thread-safe.
final class PullCount {
  private final PullMeter meter;
  private final Map<String, Long> there = new HashMap<>();
  private final Map<String, Long> totals = new HashMap<>();

  PullCount(PullMeter meter) {
    this.meter = meter;
  }

  /// Notes how much of a file is there.
  ///
  /// @param total its length, or what is there where that is not known
  synchronized void set(String file, long done, long total) {
    there.put(file, done);
    totals.put(file, total);
    meter.report(sum(there), sum(totals));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}

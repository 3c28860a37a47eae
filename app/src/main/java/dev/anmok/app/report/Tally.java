package dev.anmok.app.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often each code was seen.
final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String code, long times) {
    if (times > 0) {
      counts.merge(code, times, Long::sum);
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /// The most frequent first, then by code.
  List<Map.Entry<String, Long>> entries() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}

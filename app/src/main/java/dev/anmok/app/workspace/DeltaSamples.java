package dev.anmok.app.workspace;

import dev.anmok.core.score.Distribution;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One photo for each bin of a distribution of deltas, to show what lies around a threshold. Filled
/// by one thread; then any number may read.
public final class DeltaSamples {
  private final Distribution bins;
  private final NavigableMap<Integer, String> digests = new TreeMap<>();

  /// @param bins says which delta belongs where
  DeltaSamples(Distribution bins) {
    this.bins = bins;
  }

  /// A photo that stands for its bin unless there is one.
  void offer(String sha256, double delta) {
    digests.putIfAbsent(bins.bin(delta), sha256);
  }

  /// Digests of photos above a threshold, the nearest first.
  public List<String> above(double threshold, int atMost) {
    return digests.tailMap(first(threshold), true).values().stream().limit(atMost).toList();
  }

  /// Digests of photos not above a threshold, the nearest first.
  public List<String> below(double threshold, int atMost) {
    var below = digests.headMap(first(threshold), false).descendingMap();
    return below.values().stream().limit(atMost).toList();
  }

  /// The first bin that counts as above a threshold.
  private int first(double threshold) {
    int own = bins.bin(threshold);
    return bins.center(own) > threshold ? own : own + 1;
  }
}

package dev.anmok.app.workspace;

import dev.anmok.core.score.Distribution;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One photo for each bin of a distribution of deltas, to show what lies around a threshold. Filled
/// by one thread; then any number may read.
public final class DeltaSamples {
  private final Distribution bins;
  private final byte @Nullable [][] digests;

  /// @param bins says which delta belongs where
  DeltaSamples(Distribution bins) {
    this.bins = bins;
    this.digests = new byte[bins.bins()][];
  }

  /// A photo that stands for its bin unless there is one.
  void offer(String sha256, double delta) {
    int bin = bins.bin(delta);
    if (digests[bin] == null) {
      digests[bin] = HexFormat.of().parseHex(sha256);
    }
  }

  /// Digests of photos above a threshold, the nearest first.
  public List<String> above(double threshold, int atMost) {
    int own = bins.bin(threshold);
    return walk(bins.center(own) > threshold ? own : own + 1, 1, atMost);
  }

  /// Digests of photos not above a threshold, the nearest first.
  public List<String> below(double threshold, int atMost) {
    int own = bins.bin(threshold);
    return walk(bins.center(own) > threshold ? own - 1 : own, -1, atMost);
  }

  private List<String> walk(int from, int step, int atMost) {
    var found = new ArrayList<String>();
    for (int i = from; i >= 0 && i < digests.length && found.size() < atMost; i += step) {
      var digest = digests[i];
      if (digest != null) {
        found.add(HexFormat.of().formatHex(digest));
      }
    }
    return found;
  }
}

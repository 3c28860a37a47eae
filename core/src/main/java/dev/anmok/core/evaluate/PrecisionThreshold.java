package dev.anmok.core.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The threshold on a score that finds the most of what is wanted while the share of wanted among
/// the found stays at a target.
///
/// @param threshold a score passes if it is strictly greater
/// @param precision wanted among those that pass
/// @param recall those that pass among the wanted
public record PrecisionThreshold(double threshold, Proportion precision, Proportion recall) {
  /// One labelled score.
  public record Labelled(double score, boolean wanted) {}

  /// Tries the middle between each two neighbouring different scores, and one below all.
  ///
  /// @param target smallest precision, 0..1
  /// @return the one with the largest recall, the highest threshold if several have it; empty if no
  ///   threshold reaches the target
  public static Optional<PrecisionThreshold> find(List<Labelled> labelled, double target) {
    var sorted =
        labelled.stream().sorted(Comparator.comparingDouble(Labelled::score).reversed()).toList();
    long wanted = labelled.stream().filter(Labelled::wanted).count();
    PrecisionThreshold best = null;
    long hits = 0;
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).wanted() ? 1 : 0;
      boolean last = i + 1 == sorted.size();
      double score = sorted.get(i).score();
      double below = last ? score - 1 : sorted.get(i + 1).score();
      if (below == score || hits < target * (i + 1)) {
        continue;
      }
      if (best == null || hits > best.precision.successes()) {
        best =
            new PrecisionThreshold(
                last ? below : (score + below) / 2,
                new Proportion(hits, i + 1),
                new Proportion(hits, wanted));
      }
    }
    return Optional.ofNullable(best);
  }
}

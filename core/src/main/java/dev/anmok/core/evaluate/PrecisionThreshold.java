package dev.anmok.core.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The threshold on a score that finds the most of what is wanted while the share of wanted among
/// the found stays at a target.
///
/// @param threshold a score passes if it is strictly greater
/// @param precision wanted among those that pass
/// @param recall those that pass among the wanted
public record PrecisionThreshold(double threshold, Proportion precision, Proportion recall) {
  /// Tries the middle between each two neighbouring different scores, and one below all.
  ///
  /// @param target smallest precision, 0..1
  /// @return the one with the largest recall, the highest threshold if several have it; empty if no
  ///   threshold reaches the target
  public static Optional<PrecisionThreshold> find(List<LabelledScore> labelled, double target) {
    return find(labelled, precision -> precision.share() >= target);
  }

  /// Like [#find], but for a precision whose lower confidence bound meets the target, so that it
  /// holds for photos not labelled yet, not only for these.
  ///
  /// @param target smallest [Proportion#low] of the precision, 0..1
  public static Optional<PrecisionThreshold> findSure(List<LabelledScore> labelled, double target) {
    return find(labelled, precision -> precision.low() >= target);
  }

  private static Optional<PrecisionThreshold> find(
      List<LabelledScore> labelled, Predicate<Proportion> enough) {
    var sorted =
        labelled.stream()
            .sorted(Comparator.comparingDouble(LabelledScore::score).reversed())
            .toList();
    long wanted = labelled.stream().filter(LabelledScore::wanted).count();
    PrecisionThreshold best = null;
    long hits = 0;
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).wanted() ? 1 : 0;
      boolean last = i + 1 == sorted.size();
      double score = sorted.get(i).score();
      double below = last ? score - 1 : sorted.get(i + 1).score();
      if (below == score || !enough.test(new Proportion(hits, i + 1))) {
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

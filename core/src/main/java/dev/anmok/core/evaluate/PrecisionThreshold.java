package dev.anmok.core.evaluate;

import java.util.ArrayList;
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

  /// The surest precision that any threshold has.
  ///
  /// @return that with the largest [Proportion#low]; of equal ones the lowest threshold
  /// @throws java.util.NoSuchElementException if nothing is labelled
  public static PrecisionThreshold surest(List<LabelledScore> labelled) {
    return tried(labelled).stream()
        .reduce((best, next) -> next.precision.low() >= best.precision.low() ? next : best)
        .orElseThrow();
  }

  private static Optional<PrecisionThreshold> find(
      List<LabelledScore> labelled, Predicate<Proportion> enough) {
    return tried(labelled).stream()
        .filter(each -> enough.test(each.precision))
        .reduce((best, next) -> next.hits() > best.hits() ? next : best);
  }

  private long hits() {
    return precision.successes();
  }

  /// Every threshold that tells scores apart, the highest first.
  private static List<PrecisionThreshold> tried(List<LabelledScore> labelled) {
    var sorted =
        labelled.stream()
            .sorted(Comparator.comparingDouble(LabelledScore::score).reversed())
            .toList();
    long wanted = labelled.stream().filter(LabelledScore::wanted).count();
    var tried = new ArrayList<PrecisionThreshold>();
    long hits = 0;
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).wanted() ? 1 : 0;
      boolean last = i + 1 == sorted.size();
      double score = sorted.get(i).score();
      double below = last ? score - 1 : sorted.get(i + 1).score();
      if (below < score) {
        tried.add(
            new PrecisionThreshold(
                last ? below : (score + below) / 2,
                new Proportion(hits, i + 1),
                new Proportion(hits, wanted)));
      }
    }
    return tried;
  }
}

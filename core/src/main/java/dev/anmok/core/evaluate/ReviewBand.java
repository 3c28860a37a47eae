package dev.anmok.core.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a score decides by itself and where a person does: over `wantedOver` it says wanted, up to
/// `otherUpTo` it says other, between both a person looks.
///
/// @param otherUpTo at most `wantedOver`
/// @param wantedOver as of [PrecisionThreshold#findSure]
/// @param precision wanted among those over `wantedOver`
/// @param recall those over `wantedOver` among the wanted
/// @param missed wanted up to `otherUpTo` among the wanted: lost, nobody looks
/// @param decided those that no person sees, among all
public record ReviewBand(
    double otherUpTo,
    double wantedOver,
    Proportion precision,
    Proportion recall,
    Proportion missed,
    Proportion decided) {
  /// Chooses the upper end so that the precision over it is surely met, with the largest recall,
  /// and the lower end as high as it may be with no more than a share of the wanted up to it. Each
  /// end is the middle between two neighbouring different scores.
  ///
  /// @param precision smallest [Proportion#low] of the precision, 0..1
  /// @param miss largest share of the wanted up to `otherUpTo`, 0..1
  /// @return empty if no threshold meets the precision
  public static Optional<ReviewBand> find(
      List<LabelledScore> labelled, double precision, double miss) {
    return PrecisionThreshold.findSure(labelled, precision)
        .map(upper -> at(labelled, Math.min(lower(labelled, miss), upper.threshold()), upper));
  }

  private static ReviewBand at(
      List<LabelledScore> labelled, double lower, PrecisionThreshold upper) {
    long missed = labelled.stream().filter(l -> l.wanted() && l.score() <= lower).count();
    long between =
        labelled.stream().filter(l -> l.score() > lower && l.score() <= upper.threshold()).count();
    return new ReviewBand(
        lower,
        upper.threshold(),
        upper.precision(),
        upper.recall(),
        new Proportion(missed, upper.recall().trials()),
        new Proportion(labelled.size() - between, labelled.size()));
  }

  /// The highest middle between two neighbouring scores with few enough wanted below; under all if
  /// there is none.
  private static double lower(List<LabelledScore> labelled, double miss) {
    var sorted =
        labelled.stream().sorted(Comparator.comparingDouble(LabelledScore::score)).toList();
    long wanted = labelled.stream().filter(LabelledScore::wanted).count();
    double lower = sorted.getFirst().score() - 1;
    long below = 0;
    for (int i = 0; i < sorted.size(); i++) {
      below += sorted.get(i).wanted() ? 1 : 0;
      if (below > miss * wanted) {
        break;
      }
      boolean last = i + 1 == sorted.size();
      double next = last ? sorted.get(i).score() + 1 : sorted.get(i + 1).score();
      if (next > sorted.get(i).score()) {
        lower = (sorted.get(i).score() + next) / 2;
      }
    }
    return lower;
  }

  /// How many must pass a threshold, if the same share of them stays right, for the lower bound of
  /// the precision to meet a target.
  ///
  /// @return empty if the share itself does not exceed the target, so that no number is enough
  public static Optional<Long> needed(Proportion precision, double target) {
    if (precision.share() <= target) {
      return Optional.empty();
    }
    long low = precision.trials();
    long high = Math.max(1, low);
    while (bound(precision, high) < target) {
      high *= 2;
    }
    while (low < high) {
      long middle = (low + high) / 2;
      if (bound(precision, middle) < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Optional.of(high);
  }

  private static double bound(Proportion precision, long trials) {
    return new Proportion((long) Math.floor(precision.share() * trials), trials).low();
  }
}

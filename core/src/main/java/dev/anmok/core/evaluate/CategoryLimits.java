package dev.anmok.core.evaluate;

import dev.anmok.core.curate.CategoryRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Limits of a category rule that put the most photos into their right category while the lower end
/// of the 95 % Wilson interval of the precision stays at a target. The lower end, and not the
/// precision itself, because the limits are chosen on the photos that they are judged by.
///
/// @param rule the limits
/// @param precision photos in their right category among all that got one
/// @param recall photos in their right category among all that have one
/// @param rejectedOthers photos of no category that got none, among all of no category
public record CategoryLimits(
    CategoryRule rule, Proportion precision, Proportion recall, Proportion rejectedOthers) {
  /// How many limits on the gap are tried; all limits on the margin are.
  private static final int GAPS = 100;

  /// One labelled photo.
  ///
  /// @param margin of its best category over the neutral bank
  /// @param gap between its best category and the second
  /// @param right whether its best category is what the label says
  /// @param others whether the label says that it belongs to none
  public record Labelled(double margin, double gap, boolean right, boolean others) {
    public Labelled {
      if (right && others) {
        throw new IllegalArgumentException("a photo of no category cannot be right");
      }
    }
  }

  /// Tries the limits.
  ///
  /// @param target smallest lower end of the precision's interval, 0..1
  /// @return those with most photos right, of these the ones with fewest wrong; empty if none
  ///   reaches the target with at least one photo
  public static Optional<CategoryLimits> find(List<Labelled> labelled, double target) {
    var byMargin =
        labelled.stream().sorted(Comparator.comparingDouble(Labelled::margin).reversed()).toList();
    CategoryRule rule = null;
    Proportion best = null;
    for (double gap : gaps(labelled)) {
      var passing = byMargin.stream().filter(photo -> photo.gap() > gap).toList();
      int right = 0;
      for (int i = 0; i < passing.size(); i++) {
        right += passing.get(i).right() ? 1 : 0;
        double margin = passing.get(i).margin();
        boolean last = i + 1 == passing.size();
        double below = last ? margin - 1 : passing.get(i + 1).margin();
        var precision = new Proportion(right, i + 1);
        if (below < margin && right > 0 && precision.low() >= target && better(precision, best)) {
          best = precision;
          rule = new CategoryRule(last ? below : (margin + below) / 2, gap);
        }
      }
    }
    return Optional.ofNullable(rule).map(found -> of(labelled, found));
  }

  /// What a rule does to labelled photos.
  public static CategoryLimits of(List<Labelled> labelled, CategoryRule rule) {
    long right = 0;
    long accepted = 0;
    long others = 0;
    long rejected = 0;
    for (var photo : labelled) {
      boolean passes = photo.margin() > rule.neutralMargin() && photo.gap() > rule.gap();
      accepted += passes ? 1 : 0;
      right += passes && photo.right() ? 1 : 0;
      others += photo.others() ? 1 : 0;
      rejected += photo.others() && !passes ? 1 : 0;
    }
    return new CategoryLimits(
        rule,
        new Proportion(right, accepted),
        new Proportion(right, labelled.size() - others),
        new Proportion(rejected, others));
  }

  private static boolean better(Proportion precision, @Nullable Proportion best) {
    if (best == null || precision.successes() != best.successes()) {
      return best == null || precision.successes() > best.successes();
    }
    return precision.trials() < best.trials();
  }

  /// −1, which every gap exceeds, and the finite gaps at evenly spaced ranks, from the smallest on.
  private static TreeSet<Double> gaps(List<Labelled> labelled) {
    var sorted =
        labelled.stream().mapToDouble(Labelled::gap).filter(Double::isFinite).sorted().toArray();
    var gaps = new TreeSet<Double>();
    gaps.add(-1.0);
    for (int i = 0; i < GAPS && sorted.length > 0; i++) {
      gaps.add(sorted[(int) ((long) i * sorted.length / GAPS)]);
    }
    return gaps;
  }
}

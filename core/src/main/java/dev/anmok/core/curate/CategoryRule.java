package dev.anmok.core.curate;

import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryScore;
import java.util.List;

/// Which photos get a category and which go to `others`: the best category must lie above the
/// neutral bank, and above the second best, each by strictly more than a limit. The limits belong
/// to one list of prompts, one pooling and one space.
///
/// @param neutralMargin limit on the cosine to the best category minus that to the neutral bank
/// @param gap limit on the cosine to the best category minus that to the second best; a set of one
///   category has no second and passes
public record CategoryRule(double neutralMargin, double gap) {
  /// Every photo gets its best category.
  public static final CategoryRule ARGMAX =
      new CategoryRule(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

  public CategoryRule {
    if (Double.isNaN(neutralMargin) || Double.isNaN(gap)) {
      throw new IllegalArgumentException("the limits of a category rule must be numbers");
    }
  }

  /// Limits for prompts that nobody has labelled photos for: the best category must be twice as
  /// probable as the neutral bank and as the second best, in the encoder's own softmax, so both
  /// limits are `ln 2 / logitScale`. It needs no data and promises no precision.
  public static CategoryRule twiceAsProbable(double logitScale) {
    double limit = Math.log(2) / logitScale;
    return new CategoryRule(limit, limit);
  }

  /// Decides on a photo, or on a group of photos.
  ///
  /// @param ranked its scores, best first, at least one
  /// @param top how many scores the decision keeps
  public CategoryDecision decide(List<CategoryScore> ranked, int top) {
    var best = ranked.getFirst();
    var kept = List.copyOf(ranked.subList(0, Math.min(top, ranked.size())));
    if (!(best.margin() > neutralMargin)) {
      return new CategoryDecision(Category.OTHERS, CategoryReason.BELOW_NEUTRAL, kept);
    }
    if (!(gap(ranked) > gap)) {
      return new CategoryDecision(Category.OTHERS, CategoryReason.NO_CLEAR_WINNER, kept);
    }
    return new CategoryDecision(best.category(), CategoryReason.BEST, kept);
  }

  /// How far the best lies above the second best; infinite where there is no second.
  public static double gap(List<CategoryScore> ranked) {
    return ranked.size() < 2
        ? Double.POSITIVE_INFINITY
        : ranked.get(0).cosine() - ranked.get(1).cosine();
  }
}

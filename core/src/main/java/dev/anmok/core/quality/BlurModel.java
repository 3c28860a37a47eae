package dev.anmok.core.quality;

import java.util.List;

/// A logistic regression on standardised measures. Immutable.
///
/// @param definition [Detail#DEFINITION] of the measures it was trained on
/// @param terms one for each measure used
/// @param bias log-odds of a photo with all measures at their means
public record BlurModel(String definition, List<Term> terms, double bias) {
  /// Standardised values further out than this count as this, so that an odd photo is not judged by
  /// one measure alone.
  private static final double FURTHEST = 4;

  /// What a measure contributes: `weight * clamp((value - mean) / deviation, -4, 4)`.
  ///
  /// @param measure which
  /// @param mean over the training photos
  /// @param deviation standard deviation over the training photos, over 0
  /// @param weight in log-odds
  public record Term(BlurMeasure measure, double mean, double deviation, double weight) {
    public Term {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException(
            measure.code() + ": deviation must be > 0, was " + deviation);
      }
    }

    double standardised(BlurMeasures measures) {
      return Math.clamp((measures.value(measure) - mean) / deviation, -FURTHEST, FURTHEST);
    }
  }

  public BlurModel {
    terms = List.copyOf(terms);
  }

  /// The natural logarithm of the odds that a photo is blurred.
  public double logOdds(BlurMeasures measures) {
    return bias + terms.stream().mapToDouble(t -> t.weight() * t.standardised(measures)).sum();
  }
}

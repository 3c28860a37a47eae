package dev.anmok.core.quality;

import java.util.List;
import java.util.Locale;

/// A logistic regression on standardised measures. Immutable.
///
/// @param definition [Detail#DEFINITION] of the measures it was trained on
/// @param terms what each measure contributes, on one scale or on both
/// @param bias log-odds of a photo with all measures at their means
public record BlurModel(String definition, List<Term> terms, double bias) {
  /// Standardised values further out than this count as this, so that an odd photo is not judged by
  /// one measure alone.
  private static final double FURTHEST = 4;

  /// How a measure is seen.
  public enum Scale {
    /// As it is.
    LINEAR,
    /// `ln(0.01 + max(0, value))`: for measures of energy and shares, whose ratios tell more than
    /// their differences.
    LOG;

    private static final double LEAST = 0.01;

    /// The stable lower-case name.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    double of(double value) {
      return this == LINEAR ? value : Math.log(LEAST + Math.max(0, value));
    }
  }

  /// What a measure contributes: `weight * clamp((scale(value) - mean) / deviation, -4, 4)`.
  ///
  /// @param measure which
  /// @param scale how it is seen
  /// @param mean over the training photos, on that scale
  /// @param deviation standard deviation over the training photos, over 0
  /// @param weight in log-odds
  public record Term(
      BlurMeasure measure, Scale scale, double mean, double deviation, double weight) {
    public Term {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException(
            measure.code() + ": deviation must be > 0, was " + deviation);
      }
    }

    /// A term on the linear scale.
    public Term(BlurMeasure measure, double mean, double deviation, double weight) {
      this(measure, Scale.LINEAR, mean, deviation, weight);
    }

    double standardised(BlurMeasures measures) {
      double value = scale.of(measures.value(measure));
      return Math.clamp((value - mean) / deviation, -FURTHEST, FURTHEST);
    }
  }

  public BlurModel {
    terms = List.copyOf(terms);
  }

  /// The natural logarithm of the odds that a photo is blurred; NaN if a measure is absent.
  public double logOdds(BlurMeasures measures) {
    return bias + terms.stream().mapToDouble(t -> t.weight() * t.standardised(measures)).sum();
  }
}

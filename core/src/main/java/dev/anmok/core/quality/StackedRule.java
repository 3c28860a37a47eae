package dev.anmok.core.quality;

import java.util.Set;

/// A second rule laid on top of a first, as project 002 meant to: blurry where both say so. Each
/// rule's score is taken over its threshold, `(score - blurryOver) / |blurryOver|`; the score is
/// the smaller.
///
/// @param first seen first
/// @param second laid on top
/// @param band where verdicts change; at 0 where both rules say blurry
public record StackedRule(SpectrumRule first, LaplacianRule second, BlurBand band)
    implements BlurMethod {
  /// Blurry where both rules say so, without an uncertain band.
  public StackedRule(SpectrumRule first, LaplacianRule second) {
    this(first, second, BlurBand.at(0));
  }

  @Override
  public String code() {
    return "stacked";
  }

  @Override
  public Set<BlurMeasure> inputs() {
    return Set.of(BlurMeasure.SPECTRUM_ABOVE_EIGHTH, BlurMeasure.LAPLACIAN_STD_8BIT);
  }

  @Override
  public double score(BlurMeasures measures) {
    return Math.min(over(first, measures), over(second, measures));
  }

  private static double over(BlurMethod rule, BlurMeasures measures) {
    double limit = rule.band().blurryOver();
    return (rule.score(measures) - limit) / Math.max(1e-9, Math.abs(limit));
  }
}

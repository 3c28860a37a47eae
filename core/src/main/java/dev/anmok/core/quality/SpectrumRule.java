package dev.anmok.core.quality;

import java.util.Set;

/// Blurry where the share of spectral energy at an eighth of a cycle a pixel and above is under a
/// threshold, the kind of rule that project 002 began with. The score is that share, negated.
///
/// @param band where verdicts change, in negated shares
public record SpectrumRule(BlurBand band) implements BlurMethod {
  /// Without an uncertain band.
  ///
  /// @param threshold 0..1
  public SpectrumRule(double threshold) {
    this(BlurBand.at(-threshold));
  }

  @Override
  public String code() {
    return "spectrum";
  }

  @Override
  public Set<BlurMeasure> inputs() {
    return Set.of(BlurMeasure.SPECTRUM_ABOVE_EIGHTH);
  }

  @Override
  public double score(BlurMeasures measures) {
    return -measures.value(BlurMeasure.SPECTRUM_ABOVE_EIGHTH);
  }
}

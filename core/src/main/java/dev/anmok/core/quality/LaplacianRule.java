package dev.anmok.core.quality;

import java.util.Set;

/// The published rule of project 002: blurry where the standard deviation of the 8-bit Laplacian is
/// under a threshold. The score is that standard deviation, negated.
///
/// @param band where verdicts change, in negated standard deviations
public record LaplacianRule(BlurBand band) implements BlurMethod {
  /// The published threshold.
  public static final double PUBLISHED = 3.5;

  /// Without an uncertain band.
  ///
  /// @param threshold 3.5 as published last, 4 before; over 0
  public LaplacianRule(double threshold) {
    this(BlurBand.at(-threshold));
  }

  @Override
  public String code() {
    return "laplacian";
  }

  @Override
  public Set<BlurMeasure> inputs() {
    return Set.of(BlurMeasure.LAPLACIAN_STD_8BIT);
  }

  @Override
  public double score(BlurMeasures measures) {
    return -measures.value(BlurMeasure.LAPLACIAN_STD_8BIT);
  }
}

package dev.anmok.core.curate;

/// When a photo's faults make it one of low quality.
///
/// @param faults how many criteria must fail, at least 1
public record LowQualityRule(int faults) {
  public LowQualityRule {
    if (faults < 1) {
      throw new IllegalArgumentException("faults must be >= 1, was " + faults);
    }
  }
}

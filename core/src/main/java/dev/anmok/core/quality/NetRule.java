package dev.anmok.core.quality;

import java.util.Set;

/// What a network says, as it says it: the score is its log-odds of blurred.
///
/// @param band where verdicts change, in log-odds
public record NetRule(BlurBand band) implements BlurMethod {
  @Override
  public String code() {
    return "bdnet";
  }

  @Override
  public Set<BlurMeasure> inputs() {
    return Set.of(BlurMeasure.BDNET);
  }

  @Override
  public double score(BlurMeasures measures) {
    return measures.value(BlurMeasure.BDNET);
  }
}

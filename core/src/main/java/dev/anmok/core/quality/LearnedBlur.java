package dev.anmok.core.quality;

import java.util.Set;
import java.util.stream.Collectors;

/// What a trained model says: the score is its log-odds of blurred.
///
/// @param model trained on measures of [Detail#DEFINITION]
/// @param band where verdicts change, in log-odds
public record LearnedBlur(BlurModel model, BlurBand band) implements BlurMethod {
  @Override
  public String code() {
    return "learned";
  }

  @Override
  public Set<BlurMeasure> inputs() {
    return model.terms().stream()
        .map(BlurModel.Term::measure)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public double score(BlurMeasures measures) {
    return model.logOdds(measures);
  }
}

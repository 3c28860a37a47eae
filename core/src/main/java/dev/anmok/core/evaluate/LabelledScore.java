package dev.anmok.core.evaluate;

/// A score with the truth about it.
///
/// @param score any finite number; the larger, the likelier wanted
/// @param wanted whether it is of what is sought
public record LabelledScore(double score, boolean wanted) {
  public LabelledScore {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score must be finite, was " + score);
    }
  }
}

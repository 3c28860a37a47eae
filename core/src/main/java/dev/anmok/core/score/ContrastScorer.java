package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;

/// A contrast lens whose prompts are encoded. Thread-safe.
public final class ContrastScorer {
  private final PromptPool positive;
  private final PromptPool negative;

  ContrastScorer(PromptPool positive, PromptPool negative) {
    this.positive = positive;
    this.negative = negative;
  }

  /// Scores one picture.
  ///
  /// @throws IllegalArgumentException if it lives in another space than the prompts
  public ContrastScore score(Embedding image) {
    return new ContrastScore(positive.score(image), negative.score(image));
  }
}

package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import java.util.List;

/// A pairs lens whose prompts are encoded. Thread-safe.
public final class PairsScorer {
  private final PairsLens.Form form;
  private final List<Side> sides;
  private final double logitScale;

  private PairsScorer(PairsLens.Form form, List<Side> sides, double logitScale) {
    this.form = form;
    this.sides = sides;
    this.logitScale = logitScale;
  }

  private record Side(PromptPool good, PromptPool bad) {}

  static PairsScorer of(PairsLens lens, TextEncoder encoder) {
    double scale = encoder.logitScale();
    var sides =
        lens.pairs().stream()
            .map(pair ->
                new Side(
                    new PromptPool(encoder.encode(pair.good()), Pooling.MEAN, scale),
                    new PromptPool(encoder.encode(pair.bad()), Pooling.MEAN, scale)))
            .toList();
    return new PairsScorer(lens.form(), sides, scale);
  }

  /// The score of one pair; the larger the better.
  ///
  /// @param pair its place in the lens, from 0
  /// @throws IllegalArgumentException if the picture lives in another space than the prompts
  public double score(int pair, Embedding image) {
    var side = sides.get(pair);
    double difference = side.good().score(image) - side.bad().score(image);
    return switch (form) {
      case SOFTMAX -> 1 / (1 + Math.exp(-logitScale * difference));
      case DIFFERENCE -> difference;
    };
  }
}

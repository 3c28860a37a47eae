package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/// A ladder of prompts that is encoded: the expected score `Σ N·p(N)` over N = 1..10 with `p =
/// softmax(s·cos)`, where `s` is the encoder's logit scale. Where a score has several prompts their
/// directions are averaged first. Its values crowd around the middle of the scale: no photo is much
/// nearer to one prompt than to the others.
public final class LadderScorer implements HighlightScorer {
  private final List<Embedding> rungs;
  private final double logitScale;

  private LadderScorer(List<Embedding> rungs, double logitScale) {
    this.rungs = List.copyOf(rungs);
    this.logitScale = logitScale;
  }

  /// Encodes the prompts once.
  public static LadderScorer bind(HighlightLens.Ladder ladder, TextEncoder encoder) {
    var rungs = new ArrayList<Embedding>();
    for (int score = LEAST; score <= MOST; score++) {
      rungs.add(Embedding.meanOf(encoder.encode(ladder.prompts(score))));
    }
    return new LadderScorer(rungs, encoder.logitScale());
  }

  @Override
  public double raw(Embedding photo) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < rungs.size(); i++) {
      double weight = Math.exp(logitScale * (photo.cosine(rungs.get(i)) - 1)); // cannot overflow
      weights += weight;
      sum += weight * (LEAST + i);
    }
    return sum / weights;
  }
}

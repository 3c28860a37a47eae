package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import java.util.List;

/// The embeddings of one side's prompts and the way to pool a picture's similarities to them.
final class PromptPool {
  private final List<Embedding> prompts;
  private final Pooling pooling;
  private final double logitScale;

  PromptPool(List<Embedding> prompts, Pooling pooling, double logitScale) {
    this.prompts =
        pooling == Pooling.ENSEMBLE ? List.of(Embedding.meanOf(prompts)) : List.copyOf(prompts);
    this.pooling = pooling;
    this.logitScale = logitScale;
  }

  double score(Embedding image) {
    return switch (pooling) {
      case MEAN, ENSEMBLE -> mean(image);
      case MAX -> max(image);
      case SOFTMAX -> softmax(image);
    };
  }

  private double mean(Embedding image) {
    double sum = 0;
    for (var prompt : prompts) {
      sum += image.cosine(prompt);
    }
    return sum / prompts.size();
  }

  private double max(Embedding image) {
    double best = -1;
    for (var prompt : prompts) {
      best = Math.max(best, image.cosine(prompt));
    }
    return best;
  }

  private double softmax(Embedding image) {
    double top = max(image);
    double weights = 0;
    double sum = 0;
    for (var prompt : prompts) {
      double cosine = image.cosine(prompt);
      double weight = Math.exp(logitScale * (cosine - top));
      weights += weight;
      sum += weight * cosine;
    }
    return sum / weights;
  }
}

package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Categories whose prompts are encoded. Thread-safe.
public final class CategoryScorer {
  private final List<String> names;
  private final List<PromptPool> categories;
  private final @Nullable PromptPool neutralOrNull;
  private final double logitScale;

  CategoryScorer(
      List<String> names,
      List<PromptPool> categories,
      @Nullable PromptPool neutralOrNull,
      double logitScale) {
    this.names = List.copyOf(names);
    this.categories = List.copyOf(categories);
    this.neutralOrNull = neutralOrNull;
    this.logitScale = logitScale;
  }

  /// The encoder's factor from cosine similarity to logits.
  public double logitScale() {
    return logitScale;
  }

  /// Scores one picture against every category.
  ///
  /// @return best first; equal ones in the order of the categories
  /// @throws IllegalArgumentException if it lives in another space than the prompts
  public List<CategoryScore> rank(Embedding image) {
    var cosines = categories.stream().mapToDouble(pool -> pool.score(image)).toArray();
    double neutral = neutralOrNull == null ? 0 : neutralOrNull.score(image);
    double mass = neutralOrNull == null ? 0 : weight(neutral);
    for (double cosine : cosines) {
      mass += weight(cosine);
    }
    var scores = new ArrayList<CategoryScore>();
    for (int i = 0; i < cosines.length; i++) {
      double cosine = cosines[i];
      scores.add(new CategoryScore(names.get(i), cosine, cosine - neutral, weight(cosine) / mass));
    }
    scores.sort(Comparator.comparingDouble(CategoryScore::cosine).reversed());
    return scores;
  }

  private double weight(double cosine) {
    return Math.exp(logitScale * (cosine - 1)); // at most 1: cannot overflow
  }
}

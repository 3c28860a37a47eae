package dev.anmok.core.curate;

import dev.anmok.core.score.CategoryScore;
import java.util.List;

/// Where a photo, or a group of photos, belongs.
///
/// @param category a category's name, or `others`
/// @param reason why
/// @param scores the best categories, best first
public record CategoryDecision(String category, CategoryReason reason, List<CategoryScore> scores) {
  public CategoryDecision {
    scores = List.copyOf(scores);
  }
}

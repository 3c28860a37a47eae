package dev.anmok.core.score;

import java.util.List;

/// The categories of an album and the prompts of what belongs to none.
///
/// @param categories in their order
/// @param neutral prompts that fit any photo or none of the categories
public record CategorySet(List<Category> categories, List<String> neutral) {
  public CategorySet {
    categories = List.copyOf(categories);
    neutral = List.copyOf(neutral);
  }
}

package dev.anmok.app.category;

import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.classify.LeafChance;
import java.util.List;

/// The category of a photo or an item.
///
/// @param guess what the gate makes of it
/// @param ranked all leaves, the likeliest first; at least one
public record Categorized(CategoryGuess guess, List<LeafChance> ranked) {
  public Categorized {
    ranked = List.copyOf(ranked);
  }

  /// The likeliest leaf other than the guess's own, or none with a chance of 0.
  public LeafChance runnerUp() {
    return ranked.stream()
        .filter(leaf -> !leaf.path().equals(guess.path()))
        .findFirst()
        .orElse(new LeafChance("", 0));
  }
}

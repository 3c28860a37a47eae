package dev.anmok.core.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A label with its probability.
///
/// @param path the label
/// @param chance 0..1
public record LeafChance(String path, double chance) {
  /// The labels, the likeliest first; equal ones in their order.
  ///
  /// @throws IllegalArgumentException if there are more or fewer probabilities than labels
  public static List<LeafChance> ranked(List<String> labels, double[] chances) {
    if (labels.size() != chances.length) {
      throw new IllegalArgumentException(
          chances.length + " probabilities for " + labels.size() + " labels");
    }
    var all = new ArrayList<LeafChance>();
    for (int i = 0; i < chances.length; i++) {
      all.add(new LeafChance(labels.get(i), chances[i]));
    }
    all.sort(Comparator.comparingDouble(LeafChance::chance).reversed());
    return List.copyOf(all);
  }
}

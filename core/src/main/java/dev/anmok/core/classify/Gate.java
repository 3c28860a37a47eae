package dev.anmok.core.classify;

import java.util.LinkedHashMap;
import java.util.List;

/// How sure a category must be before a search goes by it. A leaf that is not sure enough while all
/// leaves of its head together are gives the head. A confidence equal to a limit passes it.
///
/// @param sure from here on a category filters, `least` to 1
/// @param least from here on it is favoured; below, it is unknown; above 0
public record Gate(double sure, double least) {
  /// The source's 0.7 with room above it for doubt.
  public static final Gate DEFAULT = new Gate(0.9, 0.7);

  public Gate {
    if (!(least > 0 && least <= sure && sure <= 1)) {
      throw new IllegalArgumentException(
          "a gate needs 0 < least <= sure <= 1, had sure " + sure + " and least " + least);
    }
  }

  /// The verdict on a photo.
  ///
  /// @param labels leaves as `head/leaf`, at least one
  /// @param chances their probabilities, in the same order
  public CategoryGuess judge(List<String> labels, double[] chances) {
    var leaf = LeafChance.ranked(labels, chances).getFirst();
    var head = bestHead(labels, chances);
    if (leaf.chance() >= sure) {
      return new CategoryGuess.Sure(leaf.path(), leaf.chance());
    }
    if (head.chance() >= sure) {
      return new CategoryGuess.Sure(head.path(), head.chance());
    }
    if (leaf.chance() >= least) {
      return new CategoryGuess.Likely(leaf.path(), leaf.chance());
    }
    if (head.chance() >= least) {
      return new CategoryGuess.Likely(head.path(), head.chance());
    }
    return new CategoryGuess.Unknown(leaf.path(), leaf.chance());
  }

  private static LeafChance bestHead(List<String> labels, double[] chances) {
    var heads = new LinkedHashMap<String, Double>();
    for (int i = 0; i < chances.length; i++) {
      heads.merge(Taxonomy.headOf(labels.get(i)), chances[i], Double::sum);
    }
    var names = List.copyOf(heads.keySet());
    return LeafChance.ranked(
            names, heads.values().stream().mapToDouble(sum -> Math.min(1, sum)).toArray())
        .getFirst();
  }
}

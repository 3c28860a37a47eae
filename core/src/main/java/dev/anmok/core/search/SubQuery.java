package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import java.util.List;

/// One of the ways in which a request looks for photos.
public sealed interface SubQuery {
  /// How explanations call it; unique within a request.
  String name();

  /// How much it counts beside the others; below 0 what it finds sinks. Not 0, finite.
  double weight();

  /// Photos near a vector.
  ///
  /// @param vector in the index's space
  record ByVector(String name, double weight, Embedding vector) implements SubQuery {
    public ByVector {
      checkWeight(name, weight);
    }
  }

  /// Photos whose texts match words.
  ///
  /// @param text what was typed, at most [TextQuery#MAX_LENGTH] characters
  record ByWords(String name, double weight, String text) implements SubQuery {
    public ByWords {
      checkWeight(name, weight);
    }
  }

  /// The best of several readings of the same wish, such as the original and its translation: each
  /// is scored against its own [Spread], and for each photo the higher wins.
  ///
  /// @param readings at least one; their weights do not count
  record BestOf(String name, double weight, List<ByVector> readings) implements SubQuery {
    public BestOf {
      checkWeight(name, weight);
      readings = List.copyOf(readings);
      if (readings.isEmpty()) {
        throw new IllegalArgumentException(name + " needs a reading");
      }
    }
  }

  /// Whether what it finds is wanted, rather than wanted less.
  default boolean wanted() {
    return weight() > 0;
  }

  private static void checkWeight(String name, double weight) {
    if (weight == 0 || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "the weight of " + name + " must be finite and not 0, was " + weight);
    }
  }
}

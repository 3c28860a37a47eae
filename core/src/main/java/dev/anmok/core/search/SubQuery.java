package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import java.util.List;

/// One of the ways in which a request looks for photos, or moves what the others found.
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

  /// Items that pass a filter rise among what the other sub-queries found; it finds nothing itself.
  ///
  /// @param filter what passes is a full match, what does not is none
  record Boost(String name, double weight, Filter filter) implements SubQuery {
    public Boost {
      checkWeight(name, weight);
      if (filter.isNone()) {
        throw new IllegalArgumentException(name + " needs a filter that says something");
      }
    }
  }

  /// What is near a vector rises, and what is far from it sinks, among what the other sub-queries
  /// found; it finds nothing itself. Its calibrated score is kept within -1..1, so that under
  /// [Fusion.Weighted] it moves a hit by at most `weight`.
  ///
  /// @param vector in the index's space, such as the mean of what somebody liked
  record Taste(String name, double weight, Embedding vector) implements SubQuery {
    public Taste {
      checkWeight(name, weight);
    }

    /// What it adds to the score of a hit under [Fusion.Weighted]; with a weight below 0 it takes
    /// off what is near, and adds nothing to what is far.
    ///
    /// @param calibrated how near the hit is to the vector, as [Spread#calibrated] has it
    public double adds(double calibrated) {
      return weight * Math.clamp(calibrated, weight < 0 ? 0 : -1, 1);
    }
  }

  /// Whether what it finds is wanted, rather than wanted less.
  default boolean wanted() {
    return weight() > 0;
  }

  /// Whether it finds something, rather than moving what others found.
  default boolean finds() {
    return wanted() && !(this instanceof Boost) && !(this instanceof Taste);
  }

  private static void checkWeight(String name, double weight) {
    if (weight == 0 || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "the weight of " + name + " must be finite and not 0, was " + weight);
    }
  }
}

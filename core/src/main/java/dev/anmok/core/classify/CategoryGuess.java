package dev.anmok.core.classify;

/// What a photo or item is taken for, and what a search may do with that.
public sealed interface CategoryGuess {
  /// A leaf as `head/leaf`, or a head.
  String path();

  /// The probability of it, 0..1.
  double confidence();

  /// Sure enough to filter a search by.
  record Sure(String path, double confidence) implements CategoryGuess {}

  /// Likely enough to favour in a search, not to filter by.
  record Likely(String path, double confidence) implements CategoryGuess {}

  /// The category is not known, and a search must not go by it.
  ///
  /// @param path the best leaf all the same
  record Unknown(String path, double confidence) implements CategoryGuess {}

  /// The lower-case name of the verdict: `sure`, `likely` or `unknown`.
  default String verdict() {
    return switch (this) {
      case Sure _ -> "sure";
      case Likely _ -> "likely";
      case Unknown _ -> Taxonomy.UNKNOWN;
    };
  }
}

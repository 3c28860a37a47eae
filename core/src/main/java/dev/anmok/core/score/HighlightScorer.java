package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;

/// A highlight lens that is ready to score photos of its space. Implementations are immutable and
/// thread-safe.
public sealed interface HighlightScorer permits LadderScorer, LinearHead {
  /// Lowest score of the scale that lenses and people score on.
  int LEAST = 1;

  /// Highest score of that scale.
  int MOST = 10;

  /// The beauty of a photo. A ladder stays within 1..10; a linear head may leave the scale.
  ///
  /// @throws IllegalArgumentException if the photo lives in another space
  double raw(Embedding photo);

  /// A raw score as 0..1: `(raw − 1) / 9`, cut off at both ends.
  static double unit(double raw) {
    return Math.clamp((raw - LEAST) / (MOST - LEAST), 0, 1);
  }
}

package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;

/// A photo's vector with the score that somebody gave to the photo.
///
/// @param embedding the vector
/// @param score the score, finite
public record RatedVector(Embedding embedding, double score) {
  public RatedVector {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("a score must be finite, was " + score);
    }
  }
}

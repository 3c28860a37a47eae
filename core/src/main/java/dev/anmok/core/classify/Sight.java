package dev.anmok.core.classify;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.Pixels;
import org.jspecify.annotations.Nullable;

/// A photo as classifiers see it: its picture, its vector, or both.
///
/// @param pixelsOrNull the upright picture; null where only the vector is at hand
/// @param embeddingOrNull its vector; null where nobody needs it
public record Sight(@Nullable Pixels pixelsOrNull, @Nullable Embedding embeddingOrNull) {
  public Sight {
    if (pixelsOrNull == null && embeddingOrNull == null) {
      throw new IllegalArgumentException("a sight needs a picture or a vector");
    }
  }

  /// A picture without a vector.
  public static Sight of(Pixels pixels) {
    return new Sight(pixels, null);
  }

  /// A vector without a picture.
  public static Sight of(Embedding embedding) {
    return new Sight(null, embedding);
  }

  /// The picture.
  ///
  /// @throws IllegalArgumentException if there is none
  public Pixels pixels() {
    if (pixelsOrNull == null) {
      throw new IllegalArgumentException("this classifier needs the photo's picture");
    }
    return pixelsOrNull;
  }

  /// The vector.
  ///
  /// @throws IllegalArgumentException if there is none
  public Embedding embedding() {
    if (embeddingOrNull == null) {
      throw new IllegalArgumentException("this classifier needs the photo's vector");
    }
    return embeddingOrNull;
  }
}

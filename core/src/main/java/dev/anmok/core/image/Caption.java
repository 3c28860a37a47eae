package dev.anmok.core.image;

/// The outcome of captioning one picture.
public sealed interface Caption {
  /// What the picture shows.
  ///
  /// @param text one sentence or phrase, not blank
  /// @param score mean log probability of its tokens, at most 0; NaN where the captioner gives none
  record Said(String text, double score) implements Caption {}

  /// Nothing usable came.
  ///
  /// @param detail one plain sentence for people
  /// @param tryAgain whether the same picture may fare better another time, such as when a service
  ///   comes back
  record Failed(String detail, boolean tryAgain) implements Caption {}
}

package dev.anmok.core.score;

/// A text that describes what a picture shows.
///
/// @param text the description, as the encoder reads it
/// @param enabled whether it takes part; a switched-off prompt is kept for the record
/// @param comment why it is there or switched off; may be empty
public record Prompt(String text, boolean enabled, String comment) {
  /// A prompt that takes part, without a comment.
  public static Prompt of(String text) {
    return new Prompt(text, true, "");
  }
}

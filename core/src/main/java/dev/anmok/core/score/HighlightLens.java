package dev.anmok.core.score;

/// How the beauty of a photo is scored, on a scale from 1 to 10.
public sealed interface HighlightLens {
  /// Prompts with ascending scores; the expectation over them.
  ///
  /// @param template a prompt in which `{}` stands for the score
  record Ladder(String template) implements HighlightLens {}

  /// A learned linear head.
  ///
  /// @param name the head's name in the workspace
  record Head(String name) implements HighlightLens {}
}

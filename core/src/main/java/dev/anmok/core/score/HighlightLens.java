package dev.anmok.core.score;

import java.util.List;

/// How the beauty of a photo is scored, on a scale from 1 to 10.
public sealed interface HighlightLens {
  /// Prompts with ascending scores; the expectation over them.
  ///
  /// @param templates prompts in which `{}` stands for the score, at least one; with several, a
  ///   score's prompts are pooled into one direction
  record Ladder(List<String> templates) implements HighlightLens {
    public Ladder {
      templates = List.copyOf(templates);
      if (templates.isEmpty()) {
        throw new IllegalArgumentException("a ladder needs at least one template");
      }
      for (var template : templates) {
        if (template.indexOf("{}") < 0 || template.indexOf("{}") != template.lastIndexOf("{}")) {
          throw new IllegalArgumentException(
              "a ladder's template must hold {} once, for the score; was '" + template + "'");
        }
      }
    }

    /// The prompts of one score, one a template.
    List<String> prompts(int score) {
      return templates.stream().map(text -> text.replace("{}", "" + score)).toList();
    }
  }

  /// A learned linear head.
  ///
  /// @param name the head's name in the workspace
  record Head(String name) implements HighlightLens {}
}

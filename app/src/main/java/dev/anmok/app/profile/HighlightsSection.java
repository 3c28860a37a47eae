package dev.anmok.app.profile;

import dev.anmok.core.curate.HighlightRule;
import dev.anmok.core.score.HighlightLens;
import java.io.IOException;
import java.util.ArrayList;

/// Reads an album's section `highlights`: `ladder` (a list of templates with `{}` for the score) or
/// `head` (the name of a learned head), and `distinct`.
final class HighlightsSection {
  private HighlightsSection() {}

  static HighlightRule read(YamlMap map) throws IOException {
    var rule = new HighlightRule(lens(map), distinct(map));
    map.finish();
    return rule;
  }

  private static HighlightLens lens(YamlMap map) throws IOException {
    var head = map.find("head");
    if (head.isPresent()) {
      if (map.find("ladder").isPresent()) {
        throw map.problem(head.get(), "give 'ladder' or 'head', not both");
      }
      return new HighlightLens.Head(map.text(head.get()));
    }
    var templates = new ArrayList<String>();
    for (var template : map.list("ladder")) {
      templates.add(map.text(template));
    }
    try {
      return new HighlightLens.Ladder(templates);
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("ladder"), String.valueOf(e.getMessage()));
    }
  }

  private static boolean distinct(YamlMap map) throws IOException {
    var text = map.text("distinct", "true");
    if (!text.equals("true") && !text.equals("false")) {
      throw map.problem(map.require("distinct"), "'distinct' must be true or false");
    }
    return text.equals("true");
  }
}

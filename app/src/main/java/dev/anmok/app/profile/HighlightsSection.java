package dev.anmok.app.profile;

import dev.anmok.core.score.HighlightLens;
import java.io.IOException;

/// Reads an album's section `highlights`.
final class HighlightsSection {
  private HighlightsSection() {}

  static HighlightLens read(YamlMap map) throws IOException {
    var template = map.text("ladder", "This is a photo with aesthetic score {}");
    map.finish();
    return new HighlightLens.Ladder(template);
  }
}

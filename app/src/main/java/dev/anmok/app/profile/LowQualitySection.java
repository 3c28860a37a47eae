package dev.anmok.app.profile;

import dev.anmok.core.curate.LowQualityRule;
import java.io.IOException;

/// Reads an album's section `low-quality`.
final class LowQualitySection {
  private LowQualitySection() {}

  static LowQualityRule read(YamlMap map) throws IOException {
    var rule = new LowQualityRule(map.integer("faults", 1));
    map.finish();
    return rule;
  }
}

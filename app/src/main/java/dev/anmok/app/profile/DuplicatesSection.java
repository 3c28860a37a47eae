package dev.anmok.app.profile;

import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import java.io.IOException;

/// Reads an album's section `duplicates`.
final class DuplicatesSection {
  private DuplicatesSection() {}

  static DuplicateRule read(YamlMap map) throws IOException {
    var rule = new DuplicateRule(new NearRule(10, 0.9), map.number("similar", 0.9));
    map.finish();
    return rule;
  }
}

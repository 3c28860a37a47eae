package dev.anmok.app.profile;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads an album's section `duplicates`.
final class DuplicatesSection {
  private static final DuplicateLevel[] LEVELS = {
    DuplicateLevel.EXACT, DuplicateLevel.NEAR, DuplicateLevel.SIMILAR
  };

  private DuplicatesSection() {}

  static DuplicateRule read(YamlMap map) throws IOException {
    var method = map.choice("method", DuplicateMethod.values(), DuplicateMethod.DEFAULT);
    var level = map.choice("level", LEVELS, DuplicateLevel.SIMILAR);
    int bits = 10;
    double cosine = 0.9;
    if (map.find("near").isPresent()) {
      var near = map.map("near");
      bits = near.integer("max-hash-bits", bits);
      cosine = near.number("min-cosine", cosine);
      near.finish();
    }
    var similar = similar(map);
    double eps = map.number("eps", 0.1);
    int minSamples = map.integer("min-samples", 2);
    map.finish();
    try {
      return new DuplicateRule(method, level, new NearRule(bits, cosine), similar, eps, minSamples);
    } catch (IllegalArgumentException e) {
      throw map.problem(String.valueOf(e.getMessage()));
    }
  }

  /// A number, or `calibrated` for the one that was found for the space.
  private static @Nullable Double similar(YamlMap map) throws IOException {
    return map.text("similar", "calibrated").equals("calibrated")
        ? null
        : Double.valueOf(map.number("similar", DuplicateRule.PUBLISHED_SIMILAR));
  }
}

package dev.anmok.app.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// The thresholds of a profile's lens, each for a space: `SPACE: NUMBER`, or `SPACE: {value:
/// NUMBER, pooling: mean, prompts: DIGEST}`, which holds only for that pooling and those prompts.
final class ThresholdsSection {
  static final String KEY = "thresholds";

  private ThresholdsSection() {}

  static List<BoundThreshold> read(YamlMap lens) throws IOException {
    if (lens.find(KEY).isEmpty()) {
      return List.of();
    }
    var map = lens.map(KEY);
    var thresholds = new ArrayList<BoundThreshold>();
    for (var space : map.keys()) {
      if (map.require(space) instanceof MappingNode node) {
        thresholds.add(bound(space, map.of(node)));
      } else {
        thresholds.add(new BoundThreshold(space, map.number(space, 0), null, null));
      }
    }
    return List.copyOf(thresholds);
  }

  private static BoundThreshold bound(String space, YamlMap map) throws IOException {
    map.require("value");
    double value = map.number("value", 0);
    var pooling = map.find("pooling").isPresent() ? map.text(map.require("pooling")) : null;
    var prompts = map.find("prompts").isPresent() ? map.text(map.require("prompts")) : null;
    map.finish();
    return new BoundThreshold(space, value, pooling, prompts);
  }
}

package dev.anmok.app.profile;

import dev.anmok.core.score.PairsLens;
import dev.anmok.core.score.PromptPair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Pairs of prompts as a profile says them, with the thresholds it sets for them.
///
/// @param lensOrNull the pairs; null where they are switched off
/// @param thresholds smallest score by pair, of those that the profile sets
record PairsSection(@Nullable PairsLens lensOrNull, Map<String, Double> thresholds) {
  static final PairsSection OFF = new PairsSection(null, Map.of());
  private static final String NAME = "low-quality";

  static PairsSection read(YamlMap map) throws IOException {
    var form = map.choice("form", PairsLens.Form.values(), PairsLens.Form.SOFTMAX);
    var pairs = new ArrayList<PromptPair>();
    for (var node : map.list("pairs")) {
      pairs.add(pair(map, node));
    }
    var thresholds = new HashMap<String, Double>();
    if (map.find("threshold").isPresent()) {
      double all = map.number("threshold", 0);
      pairs.forEach(pair -> thresholds.put(pair.name(), all));
    }
    if (map.find("thresholds").isPresent()) {
      thresholds.putAll(map.map("thresholds").numbers());
    }
    map.finish();
    try {
      return new PairsSection(new PairsLens(NAME, form, pairs), thresholds);
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("pairs"), String.valueOf(e.getMessage()));
    }
  }

  private static PromptPair pair(YamlMap within, Node node) throws IOException {
    if (!(node instanceof MappingNode)) {
      throw within.problem(
          node, "a pair needs the keys name, good and bad; a bare prompt has no other side");
    }
    var map = within.of(node);
    var name = map.text(map.require("name"));
    var fault = map.text("fault", name);
    var good = prompts(map, "good");
    var bad = prompts(map, "bad");
    map.finish();
    try {
      return new PromptPair(name, fault, good, bad);
    } catch (IllegalArgumentException e) {
      throw map.problem(node, String.valueOf(e.getMessage()));
    }
  }

  /// One prompt, or a list of them.
  private static List<String> prompts(YamlMap map, String key) throws IOException {
    var node = map.require(key);
    if (node instanceof ScalarNode one) {
      return List.of(one.getValue());
    }
    var prompts = new ArrayList<String>();
    for (var each : map.list(key)) {
      prompts.add(map.text(each));
    }
    return prompts;
  }
}

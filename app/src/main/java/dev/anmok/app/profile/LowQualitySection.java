package dev.anmok.app.profile;

import dev.anmok.core.curate.FaultRule;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.curate.PixelMeasure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads an album's section `low-quality`.
final class LowQualitySection {
  private final YamlMap map;

  private LowQualitySection(YamlMap map) {
    this.map = map;
  }

  static LowQualityRule read(YamlMap map) throws IOException {
    return new LowQualitySection(map).read();
  }

  private LowQualityRule read() throws IOException {
    var prompts = on("prompts") ? PairsSection.read(map.map("prompts")) : PairsSection.OFF;
    var pixels = on("pixels") ? pixels(map.map("pixels")) : Map.<PixelMeasure, Double>of();
    var weights =
        map.find("weights").isPresent() ? map.map("weights").numbers() : Map.<String, Double>of();
    var faults = faults();
    map.finish();
    try {
      return new LowQualityRule(
          prompts.lensOrNull(), prompts.thresholds(), pixels, weights, faults);
    } catch (IllegalArgumentException e) {
      throw map.problem(map.node(), String.valueOf(e.getMessage()));
    }
  }

  /// Whether a part is there and not switched `off`.
  private boolean on(String key) {
    return map.find(key).filter(node -> !off(node)).isPresent();
  }

  private static boolean off(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals("off");
  }

  private Map<PixelMeasure, Double> pixels(YamlMap measures) throws IOException {
    var thresholds = new LinkedHashMap<PixelMeasure, Double>();
    for (var measure : PixelMeasure.values()) {
      if (measures.find(measure.code()).filter(node -> !off(node)).isPresent()) {
        thresholds.put(measure, measures.number(measure.code(), 0));
      }
    }
    measures.finish();
    return thresholds;
  }

  private FaultRule faults() throws IOException {
    var name = map.text("rule", "any");
    try {
      return FaultRule.parse(name, map.integer("faults", 1), map.number("limit", 1));
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("rule"), String.valueOf(e.getMessage()));
    }
  }
}

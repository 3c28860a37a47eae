package dev.anmok.app.profile;

import dev.anmok.core.quality.BlurJudge;
import java.io.IOException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a profile's section `blur`: `method` and `limits`, where each limit is a share or `off`.
final class BlurSection {
  private BlurSection() {}

  /// How a method may be called.
  private enum Name {
    LAPLACIAN,
    SPECTRUM,
    STACKED,
    LEARNED,
    BDNET
  }

  static BlurChoice read(YamlMap map) throws IOException {
    var method = map.choice("method", Name.values(), Name.LEARNED);
    var limits =
        map.find("limits").isPresent() ? limits(map.map("limits")) : BlurJudge.Limits.DEFAULT;
    map.finish();
    return new BlurChoice(method.name().toLowerCase(java.util.Locale.ROOT), limits);
  }

  private static BlurJudge.Limits limits(YamlMap map) throws IOException {
    var otherwise = BlurJudge.Limits.DEFAULT;
    var limits =
        new BlurJudge.Limits(
            share(map, "dark-share", otherwise.darkShare()),
            share(map, "bright-share", otherwise.brightShare()),
            share(map, "flat-share", otherwise.flatShare()),
            share(map, "edge-share", otherwise.edgeShare()));
    map.finish();
    return limits;
  }

  /// A share over 0 and at most 1; `off` is 1, which no share exceeds and which edges always stay
  /// under.
  private static double share(YamlMap map, String key, double otherwise) throws IOException {
    if (map.find(key)
        .filter(node -> node instanceof ScalarNode scalar && scalar.getValue().equals("off"))
        .isPresent()) {
      return 1;
    }
    double share = map.number(key, otherwise);
    if (!(share > 0 && share <= 1)) {
      throw map.problem(
          map.require(key), "'" + key + "' must be over 0 and at most 1, or off, was " + share);
    }
    return share;
  }
}

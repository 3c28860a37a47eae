package dev.anmok.app.profile;

import dev.anmok.core.curate.UsefulCheck;
import dev.anmok.core.curate.UsefulRule;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a profile's sections `useful` (weights and sizes) and `checks` (a list of names, or each
/// with `on` or `off`). What is not named in a list is off; what is not named in a mapping is on.
final class UsefulSection {
  private UsefulSection() {}

  static UsefulRule read(YamlMap root) throws IOException {
    var otherwise = UsefulRule.DEFAULT;
    var found = root.find("checks");
    var checks = found.isPresent() ? checks(root, found.get()) : otherwise.checks();
    if (root.find("useful").isEmpty()) {
      return new UsefulRule(
          otherwise.weights(), otherwise.leastSide(), otherwise.goodSide(), checks);
    }
    var map = root.map("useful");
    try {
      var weights =
          new UsefulRule.Weights(
              map.number("clear", otherwise.weights().clear()),
              map.number("product", otherwise.weights().product()),
              map.number("exposed", otherwise.weights().exposed()),
              map.number("size", otherwise.weights().size()));
      int least = map.integer("least-side", otherwise.leastSide());
      int good = map.integer("good-side", otherwise.goodSide());
      map.finish();
      return new UsefulRule(weights, least, good, checks);
    } catch (IllegalArgumentException e) {
      throw map.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Set<UsefulCheck> checks(YamlMap root, Node node) throws IOException {
    return node instanceof SequenceNode list ? listed(root, list) : switched(root.inside(node));
  }

  private static Set<UsefulCheck> listed(YamlMap root, SequenceNode list) throws IOException {
    var checks = EnumSet.noneOf(UsefulCheck.class);
    for (var name : list.getValue()) {
      var text = root.text(name);
      checks.add(
          Stream.of(UsefulCheck.values())
              .filter(check -> check.code().equals(text))
              .findFirst()
              .orElseThrow(() -> root.problem(name, "checks are " + known() + ", was " + text)));
    }
    return checks;
  }

  private static Set<UsefulCheck> switched(YamlMap map) throws IOException {
    var checks = EnumSet.noneOf(UsefulCheck.class);
    for (var check : UsefulCheck.values()) {
      switch (map.text(check.code(), "on")) {
        case "on", "true" -> checks.add(check);
        case "off", "false" -> {}
        default ->
            throw map.problem(
                map.require(check.code()), "'" + check.code() + "' must be on or off");
      }
    }
    map.finish();
    return checks;
  }

  private static String known() {
    return Stream.of(UsefulCheck.values()).map(UsefulCheck::code).collect(Collectors.joining(", "));
  }
}

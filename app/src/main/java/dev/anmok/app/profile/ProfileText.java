package dev.anmok.app.profile;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The text of a profile with another threshold. All else stays as somebody wrote it, comments too.
public final class ProfileText {
  private ProfileText() {}

  /// The text with a threshold for a space in its lens, in place of one for the same space.
  ///
  /// @param source what messages call the profile
  /// @param head comment lines to stand before it, without their `#`
  /// @throws IOException if it is no profile, or its lens stands in braces on one line
  public static String with(BoundThreshold threshold, String source, String yaml, List<String> head)
      throws IOException {
    var lens = YamlMap.parse("profile " + source, yaml).map("lens");
    if (!(lens.node() instanceof MappingNode node)
        || node.getFlowStyle() != FlowStyle.BLOCK
        || node.getValue().isEmpty()) {
      throw lens.problem("to save a threshold in it, write the lens over several lines");
    }
    var all = new ArrayList<>(ThresholdsSection.read(lens));
    all.removeIf(each -> each.space().equals(threshold.space()));
    all.add(threshold);
    var lines = new ArrayList<>(yaml.lines().toList());
    var first = node.getValue().getFirst().getKeyNode();
    int at = line(first);
    int indent = first.getStartMark().orElseThrow().getColumn();
    remove(node, lines);
    lines.addAll(at, section(all, " ".repeat(indent)));
    for (int i = 0; i < head.size(); i++) {
      lines.add(i, ("# " + head.get(i)).stripTrailing());
    }
    return String.join("\n", lines) + "\n";
  }

  /// Takes the thresholds out that are there.
  private static void remove(MappingNode lens, List<String> lines) {
    var keys = lens.getValue();
    for (var each : keys) {
      var key = each.getKeyNode();
      if (key instanceof ScalarNode text && text.getValue().equals(ThresholdsSection.KEY)) {
        lines.subList(line(key), last(each.getValueNode()) + 1).clear();
        return;
      }
    }
  }

  /// The line on which the last number of a mapping stands.
  private static int last(Node node) {
    return node instanceof MappingNode map && !map.getValue().isEmpty()
        ? last(map.getValue().getLast().getValueNode())
        : line(node);
  }

  private static int line(Node node) {
    return node.getStartMark().orElseThrow().getLine();
  }

  private static List<String> section(List<BoundThreshold> thresholds, String indent) {
    var lines = new ArrayList<String>();
    lines.add(indent + ThresholdsSection.KEY + ":");
    for (var each : thresholds) {
      lines.add(indent + "  " + each.space() + ": " + value(each));
    }
    return lines;
  }

  private static String value(BoundThreshold each) {
    var number = number(each.value());
    if (each.poolingOrNull() == null && each.promptsOrNull() == null) {
      return number;
    }
    var text = new StringBuilder("{value: ").append(number);
    if (each.poolingOrNull() != null) {
      text.append(", pooling: ").append(each.poolingOrNull());
    }
    if (each.promptsOrNull() != null) {
      text.append(", prompts: \"").append(each.promptsOrNull()).append('"');
    }
    return text.append('}').toString();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}

package dev.anmok.app.profile;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The text of a profile with another threshold. All else stays as somebody wrote it, comments too.
public final class ProfileText {
  private ProfileText() {}

  /// The text with a threshold for a space in its lens, in place of one for the same space. The
  /// lens may stand over several lines or in braces.
  ///
  /// @param source what messages call the profile
  /// @param head comment lines to stand before it, without their `#`
  /// @throws IOException if it is no profile
  public static String with(BoundThreshold threshold, String source, String yaml, List<String> head)
      throws IOException {
    var lens = YamlMap.parse("profile " + source, yaml).map("lens");
    if (!(lens.node() instanceof MappingNode node) || node.getValue().isEmpty()) {
      throw lens.problem("a threshold is saved in a lens: there is none");
    }
    var all = new ArrayList<>(ThresholdsSection.read(lens));
    all.removeIf(each -> each.space().equals(threshold.space()));
    all.add(threshold);
    var text = node.getFlowStyle() == FlowStyle.FLOW ? braced(node, yaml, all) : yaml;
    var lines = new ArrayList<>(text.lines().toList());
    if (node.getFlowStyle() != FlowStyle.FLOW) {
      var first = node.getValue().getFirst().getKeyNode();
      int at = line(first);
      int indent = first.getStartMark().orElseThrow().getColumn();
      remove(node, lines);
      lines.addAll(at, section(all, " ".repeat(indent)));
    }
    for (int i = 0; i < head.size(); i++) {
      lines.add(i, ("# " + head.get(i)).stripTrailing());
    }
    return String.join("\n", lines) + "\n";
  }

  /// The text with the thresholds in the braces of its lens, in place of those there.
  private static String braced(MappingNode lens, String yaml, List<BoundThreshold> thresholds) {
    var section =
        thresholds.stream()
            .map(each -> each.space() + ": " + value(each))
            .collect(Collectors.joining(", ", ThresholdsSection.KEY + ": {", "}"));
    for (var each : lens.getValue()) {
      if (isThresholds(each)) {
        int from = index(each.getKeyNode().getStartMark().orElseThrow(), yaml);
        return yaml.substring(0, from)
            + section
            + yaml.substring(index(each.getValueNode().getEndMark().orElseThrow(), yaml));
      }
    }
    int first = index(lens.getValue().getFirst().getKeyNode().getStartMark().orElseThrow(), yaml);
    return yaml.substring(0, first) + section + ", " + yaml.substring(first);
  }

  private static boolean isThresholds(NodeTuple each) {
    return each.getKeyNode() instanceof ScalarNode text
        && text.getValue().equals(ThresholdsSection.KEY);
  }

  /// Where a mark stands in the text; marks count code points.
  private static int index(Mark mark, String yaml) {
    return yaml.offsetByCodePoints(0, mark.getIndex());
  }

  /// Takes the thresholds out that are there.
  private static void remove(MappingNode lens, List<String> lines) {
    var keys = lens.getValue();
    for (var each : keys) {
      if (isThresholds(each)) {
        lines.subList(line(each.getKeyNode()), last(each.getValueNode()) + 1).clear();
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

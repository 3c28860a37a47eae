package dev.anmok.app.profile;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping that is read key by key and then checked for keys nobody asked for, so that a
/// typo is an error with its line and not a setting without effect.
public final class YamlMap {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  private YamlMap(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  static YamlMap of(String file, Node node) throws IOException {
    var map = new YamlMap(file, node);
    if (!(node instanceof MappingNode mapping)) {
      throw map.problem(node, "expected keys with values");
    }
    for (var tuple : mapping.getValue()) {
      var key = map.text(tuple.getKeyNode());
      if (map.values.put(key, tuple.getValueNode()) != null) {
        throw map.problem(tuple.getKeyNode(), "the key '" + key + "' stands here twice");
      }
      map.keys.put(key, tuple.getKeyNode());
    }
    return map;
  }

  /// Reads a text whose root is a mapping.
  public static YamlMap parse(String file, String yaml) throws IOException {
    try {
      var settings = LoadSettings.builder().setLabel(file).build();
      var root =
          new Compose(settings)
              .composeReader(new StringReader(yaml))
              .orElseThrow(() -> new IOException(file + ": the file is empty"));
      return of(file, root);
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new IOException(file + line + ": not valid YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new IOException(file + ": not valid YAML: " + e.getMessage(), e);
    }
  }

  /// A mapping somewhere inside this one.
  YamlMap inside(Node node) throws IOException {
    return of(file, node);
  }

  /// The value of a key, if it is there.
  public Optional<Node> find(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  Node require(String key) throws IOException {
    return find(key).orElseThrow(() -> problem(node, "the key '" + key + "' is missing"));
  }

  YamlMap map(String key) throws IOException {
    return of(file, require(key));
  }

  /// A mapping that stands somewhere in this one.
  YamlMap of(Node inner) throws IOException {
    return of(file, inner);
  }

  /// Where this mapping stands, for messages.
  public Node node() {
    return node;
  }

  /// All keys in their order.
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /// All keys, each with a number.
  Map<String, Double> numbers() throws IOException {
    var numbers = new LinkedHashMap<String, Double>();
    for (var key : values.keySet()) {
      numbers.put(key, number(key, 0));
    }
    return numbers;
  }

  /// The text of a key.
  public String text(String key, String otherwise) throws IOException {
    var found = find(key);
    return found.isPresent() ? text(found.get()) : otherwise;
  }

  String text(Node scalar) throws IOException {
    if (scalar instanceof ScalarNode value) {
      return value.getValue();
    }
    throw problem(scalar, "expected a text");
  }

  /// `true` or `false`.
  public boolean flag(String key, boolean otherwise) throws IOException {
    return switch (text(key, "" + otherwise)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem(require(key), "'" + key + "' must be true or false");
    };
  }

  List<Node> list(String key) throws IOException {
    var found = require(key);
    if (found instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw problem(found, "'" + key + "' must be a list");
  }

  /// A list of texts, none of them empty.
  public List<String> texts(String key) throws IOException {
    var texts = new ArrayList<String>();
    for (var node : list(key)) {
      var text = text(node).strip();
      if (text.isEmpty()) {
        throw problem(node, "an empty text under '" + key + "'");
      }
      texts.add(text);
    }
    return texts;
  }

  double number(String key, double otherwise) throws IOException {
    var found = find(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text(found.get()));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all that is no number
    }
    throw problem(found.get(), "'" + key + "' must be a number, was " + text(found.get()));
  }

  /// A whole number.
  public int integer(String key, int otherwise) throws IOException {
    double value = number(key, otherwise);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw problem(require(key), "'" + key + "' must be a whole number");
    }
    return (int) value;
  }

  /// One of some names, in lower case with hyphens.
  public <E extends Enum<E>> E choice(String key, E[] choices, E otherwise) throws IOException {
    var found = find(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    var value = text(found.get());
    var names = new TreeSet<String>();
    for (var choice : choices) {
      var name = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(value)) {
        return choice;
      }
      names.add(name);
    }
    throw problem(
        found.get(), "'" + key + "' must be one of " + String.join(", ", names) + ", was " + value);
  }

  /// Ends the reading: a key that was never asked for is an error.
  public void finish() throws IOException {
    for (var key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        throw problem(
            key.getValue(),
            "unknown key '" + key.getKey() + "'; known here: " + String.join(", ", known));
      }
    }
  }

  /// Something wrong with the whole of it.
  public IOException problem(String what) {
    return problem(node, what);
  }

  /// Something wrong with a part of it.
  public IOException problem(Node where, String what) {
    var line = where.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
    return new IOException(file + line + ": " + what);
  }
}

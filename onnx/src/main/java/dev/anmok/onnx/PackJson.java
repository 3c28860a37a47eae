package dev.anmok.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object of a pack's JSON file, read strictly: a key that is missing, unknown or of another
/// type is one [IOException] that names the file and the key.
final class PackJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// The numbers that a key may have, both ends included.
  record Range(double least, double most) {
    @Override
    public String toString() {
      return plain(least) + " to " + plain(most);
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  private final String file;
  private final String prefix;
  private final JsonNode node;

  private PackJson(String file, String prefix, JsonNode node) {
    this.file = file;
    this.prefix = prefix;
    this.node = node;
  }

  /// Parses a whole file.
  ///
  /// @param file name of the file and its pack, for messages
  static PackJson parse(String file, byte[] json) throws IOException {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IOException(file + ": not readable as JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw new IOException(file + ": expected a JSON object");
    }
    return new PackJson(file, "", node);
  }

  /// The keys, in the file's order.
  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  /// Refuses every key but these.
  void only(String... keys) throws IOException {
    var known = List.of(keys);
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new IOException(
            file + ": unknown key '" + prefix + name + "', known are " + String.join(", ", known));
      }
    }
  }

  /// Whether the key is there.
  boolean has(String key) {
    return node.has(key);
  }

  PackJson object(String key) throws IOException {
    return nested(prefix + key, node.get(key));
  }

  List<PackJson> objects(String key) throws IOException {
    var all = new ArrayList<PackJson>();
    for (var element : list(key)) {
      all.add(nested(prefix + key + "[" + all.size() + "]", element));
    }
    return all;
  }

  String text(String key) throws IOException {
    var value = node.get(key);
    if (value == null || !value.isString()) {
      throw wrong(key, "a text", value);
    }
    return value.stringValue();
  }

  /// A text, or another where the key is missing.
  String text(String key, String otherwise) throws IOException {
    return node.get(key) == null ? otherwise : text(key);
  }

  List<String> texts(String key) throws IOException {
    var all = new ArrayList<String>();
    for (var element : list(key)) {
      if (!element.isString()) {
        throw wrong(key, "a list of texts", element);
      }
      all.add(element.stringValue());
    }
    return List.copyOf(all);
  }

  boolean flag(String key) throws IOException {
    var value = node.get(key);
    if (value == null || !value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.booleanValue();
  }

  long whole(String key, Range range) throws IOException {
    var value = node.get(key);
    if (value == null || !value.isIntegralNumber() || outside(value.doubleValue(), range)) {
      throw wrong(key, "a whole number from " + range, value);
    }
    return value.longValue();
  }

  double number(String key, Range range) throws IOException {
    var value = node.get(key);
    if (value == null || !value.isNumber() || outside(value.doubleValue(), range)) {
      throw wrong(key, "a number from " + range, value);
    }
    return value.doubleValue();
  }

  /// A number, or another where the key is missing.
  double number(String key, Range range, double otherwise) throws IOException {
    return node.get(key) == null ? otherwise : number(key, range);
  }

  /// A list of exactly `count` numbers.
  double[] numbers(String key, int count) throws IOException {
    var elements = list(key);
    if (elements.size() != count) {
      throw wrong(key, "a list of " + count + " numbers", node.get(key));
    }
    return toArray(key, elements);
  }

  /// A list of any number of whole numbers, such as token ids.
  List<Long> wholes(String key) throws IOException {
    var all = new ArrayList<Long>();
    for (var element : list(key)) {
      if (!element.isIntegralNumber()) {
        throw wrong(key, "a list of whole numbers", element);
      }
      all.add(element.longValue());
    }
    return List.copyOf(all);
  }

  /// The error for a key whose value broke a rule.
  IOException wrong(String key, String expected) {
    return wrong(key, expected, node.get(key));
  }

  private double[] toArray(String key, List<JsonNode> elements) throws IOException {
    var values = new double[elements.size()];
    for (int i = 0; i < values.length; i++) {
      if (!elements.get(i).isNumber()) {
        throw wrong(key, "a list of numbers", elements.get(i));
      }
      values[i] = elements.get(i).doubleValue();
    }
    return values;
  }

  private List<JsonNode> list(String key) throws IOException {
    var value = node.get(key);
    if (value == null || !value.isArray()) {
      throw wrong(key, "a list", value);
    }
    return List.copyOf(value.values());
  }

  private PackJson nested(String path, @Nullable JsonNode value) throws IOException {
    if (value == null || !value.isObject()) {
      throw new IOException(file + ": " + path + " must be an object" + found(value));
    }
    return new PackJson(file, path + ".", value);
  }

  private static boolean outside(double value, Range range) {
    return !(value >= range.least() && value <= range.most());
  }

  private IOException wrong(String key, String expected, @Nullable JsonNode value) {
    return new IOException(file + ": " + prefix + key + " must be " + expected + found(value));
  }

  private static String found(@Nullable JsonNode value) {
    if (value == null) {
      return ", but it is missing";
    }
    var text = value.toString();
    return ", was " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
  }
}

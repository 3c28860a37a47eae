package dev.anmok.app.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON schema, as OpenAPI shows it.
///
/// @param json the schema's own JSON
public record Schema(Map<String, Object> json) {
  public static final Schema TEXT = of("string");
  public static final Schema FLAG = of("boolean");
  public static final Schema NUMBER = of("number");
  public static final Schema COUNT = of("integer").with("minimum", 0);

  /// What is uploaded: bytes of a photo.
  public static final Schema FILE = TEXT.with("format", "binary");

  /// Any JSON object.
  public static final Schema OBJECT = of("object");

  public Schema {
    json = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  private static Schema of(String type) {
    return new Schema(Map.of("type", type));
  }

  /// A whole number of a range.
  public static Schema integer(long least, long most) {
    return of("integer").with("minimum", least).with("maximum", most);
  }

  /// A number of a range.
  public static Schema number(double least, double most) {
    return NUMBER.with("minimum", least).with("maximum", most);
  }

  /// One of some words.
  public static Schema choice(String... words) {
    return TEXT.with("enum", List.of(words));
  }

  /// A list of equal elements.
  public static Schema list(Schema elements) {
    return of("array").with("items", elements.json());
  }

  /// An object with these keys, in this order.
  public static Schema object(Map<String, Schema> keys) {
    var properties = new LinkedHashMap<String, Object>();
    keys.forEach((key, schema) -> properties.put(key, schema.json()));
    return OBJECT.with("properties", properties);
  }

  /// The same with one more key.
  public Schema with(String key, Object value) {
    var more = new LinkedHashMap<>(json);
    more.put(key, value);
    return new Schema(more);
  }
}

package dev.anmok.app.json;

import java.util.LinkedHashMap;
import java.util.Map;

/// A JSON object whose keys stay in the order given.
public final class Tree {
  private final Map<String, Object> keys = new LinkedHashMap<>();

  private Tree() {}

  /// An object without keys.
  public static Tree empty() {
    return new Tree();
  }

  /// An object of one key.
  public static Tree of(String key, Object value) {
    return new Tree().and(key, value);
  }

  /// The same with one more key.
  public Tree and(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  /// The same with one more number, unless it is infinite or NaN, which JSON does not have.
  public Tree andFinite(String key, double value) {
    return Double.isFinite(value) ? and(key, value) : this;
  }

  /// The object.
  public Map<String, Object> map() {
    return keys;
  }
}

package dev.anmok.core.filter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The typed metadata of one item: values by field name, no empty lists.
public record Metadata(Map<String, List<Value>> values) {
  /// Nothing known.
  public static final Metadata NONE = new Metadata(Map.of());

  public Metadata {
    var copy = new TreeMap<String, List<Value>>();
    values.forEach((name, list) -> {
      if (!list.isEmpty()) {
        copy.put(name, List.copyOf(list));
      }
    });
    values = java.util.Collections.unmodifiableMap(copy);
  }

  /// The values of a field, none if it is not known.
  public List<Value> of(Field field) {
    return values.getOrDefault(field.name(), List.of());
  }
}

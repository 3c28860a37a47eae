package dev.anmok.core.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The metadata fields of a profile, in its order; names differ.
public record Schema(List<Field> fields) {
  /// No fields.
  public static final Schema EMPTY = new Schema(List.of());

  public Schema {
    fields = List.copyOf(fields);
    var names = new HashSet<String>();
    for (var field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("two fields are called " + field.name());
      }
    }
  }

  /// The field of a name.
  public Optional<Field> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}

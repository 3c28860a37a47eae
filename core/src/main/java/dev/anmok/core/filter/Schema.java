package dev.anmok.core.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The metadata fields of a profile, in its order; names differ by more than case.
public record Schema(List<Field> fields) {
  /// No fields.
  public static final Schema EMPTY = new Schema(List.of());

  public Schema {
    fields = List.copyOf(fields);
    var names = new HashSet<String>();
    for (var field : fields) {
      if (!names.add(new Value.Word(field.name()).key())) {
        throw new IllegalArgumentException("two fields are called " + field.name());
      }
    }
  }

  /// The field of a name, regardless of case.
  public Optional<Field> find(String name) {
    var key = new Value.Word(name).key();
    return fields.stream()
        .filter(field -> new Value.Word(field.name()).key().equals(key))
        .findFirst();
  }

  /// Names of the fields, in their order.
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /// The whole in one line: `genre:list year:integer`.
  @Override
  public String toString() {
    return fields.stream()
        .map(field -> field.name() + ":" + field.type().code())
        .collect(Collectors.joining(" "));
  }
}

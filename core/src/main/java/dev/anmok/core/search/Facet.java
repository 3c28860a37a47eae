package dev.anmok.core.search;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many items there are for each value of a field.
///
/// @param field the field
/// @param counts values with their numbers of items, most frequent first, equals in order of value
/// @param others items with none of these values but another one
/// @param rangeOrNull smallest and largest value of a number or date field, null for others or
///   where no item has a value
public record Facet(Field field, List<Count> counts, long others, @Nullable Span rangeOrNull) {
  public Facet {
    counts = List.copyOf(counts);
  }

  /// A value with its items.
  ///
  /// @param items how many items have the value, at least 1
  public record Count(Value value, long items) {}

  /// The range of a field; both ends belong to it.
  public record Span(Value smallest, Value largest) {}
}

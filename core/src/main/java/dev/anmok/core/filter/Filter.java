package dev.anmok.core.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which items may be found, by their metadata. An item without a value for a field fulfils no
/// comparison of that field.
public sealed interface Filter {
  /// A filter that lets everything through.
  static Filter none() {
    return new And(List.of());
  }

  /// All parts hold; none is always true.
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// Some part holds.
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("an 'or' needs a part");
      }
    }
  }

  /// The part does not hold.
  record Not(Filter part) implements Filter {}

  /// A value of the field equals this one; keywords regardless of case.
  record Equal(Field field, Value value) implements Filter {}

  /// A value of a number or date field lies between two bounds, null where it is open.
  record Range(Field field, @Nullable Bound lower, @Nullable Bound upper) implements Filter {}

  /// The field has a value.
  record Present(Field field) implements Filter {}

  /// An end of a range.
  ///
  /// @param inclusive whether the value itself lies within
  record Bound(Value value, boolean inclusive) {}

  /// Whether it lets everything through.
  default boolean isNone() {
    return equals(none());
  }
}

package dev.anmok.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which items may be found, by their metadata. An item without a value for a field fulfils no
/// comparison of that field.
///
/// [FilterParser] makes a filter of what people type, [FilterText] prints it.
public sealed interface Filter {
  /// A filter that lets everything through.
  static Filter none() {
    return new And(List.of());
  }

  /// All of some filters, without needless nesting: what is one filter is that filter.
  static Filter and(List<Filter> parts) {
    var flat = new ArrayList<Filter>();
    for (var part : parts) {
      if (part instanceof And(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  /// Any of some filters, without needless nesting: what is one filter is that filter, and what
  /// lets everything through is [#none].
  ///
  /// @param parts at least one
  static Filter or(List<Filter> parts) {
    var flat = new ArrayList<Filter>();
    for (var part : parts) {
      if (part.isNone()) {
        return none();
      }
      if (part instanceof Or(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Or(flat);
  }

  /// The opposite of a filter.
  static Filter not(Filter part) {
    return part instanceof Not(var inner) ? inner : new Not(part);
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
  record Equal(Field field, Value value) implements Filter {
    public Equal {
      check(field, value);
    }
  }

  /// A value of a number or date field lies between two bounds, null where it is open.
  record Range(Field field, @Nullable Bound lower, @Nullable Bound upper) implements Filter {
    public Range {
      if (!field.type().ordered()) {
        throw new IllegalArgumentException(
            "%s is %s and has no ranges".formatted(field.name(), field.type().inWords()));
      }
      if (lower == null && upper == null) {
        throw new IllegalArgumentException("a range of " + field.name() + " needs a bound");
      }
      Stream.of(lower, upper)
          .filter(bound -> bound != null)
          .forEach(bound -> check(field, bound.value()));
    }
  }

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

  /// Whether an item of such metadata passes.
  default boolean matches(Metadata metadata) {
    return switch (this) {
      case And(var parts) -> parts.stream().allMatch(part -> part.matches(metadata));
      case Or(var parts) -> parts.stream().anyMatch(part -> part.matches(metadata));
      case Not(var part) -> !part.matches(metadata);
      case Equal(var field, var wanted) ->
          metadata.of(field).stream().anyMatch(value -> value.compareTo(wanted) == 0);
      case Range range ->
          metadata.of(range.field()).stream()
              .anyMatch(value -> above(value, range.lower()) && below(value, range.upper()));
      case Present(var field) -> !metadata.of(field).isEmpty();
    };
  }

  /// The filter without those of its parts that must all hold which speak of one field alone: what
  /// is left while another value of that field is to be chosen.
  default Filter without(Field field) {
    return switch (this) {
      case And(var parts) -> and(parts.stream().map(part -> part.without(field)).toList());
      case Or _, Not _, Equal _, Range _, Present _ ->
          fields().allMatch(field::equals) ? none() : this;
    };
  }

  /// The fields it speaks of, as often as it does.
  default Stream<Field> fields() {
    return switch (this) {
      case And(var parts) -> parts.stream().flatMap(Filter::fields);
      case Or(var parts) -> parts.stream().flatMap(Filter::fields);
      case Not(var part) -> part.fields();
      case Equal(var field, var _) -> Stream.of(field);
      case Range(var field, var _, var _) -> Stream.of(field);
      case Present(var field) -> Stream.of(field);
    };
  }

  private static boolean above(Value value, @Nullable Bound lower) {
    if (lower == null) {
      return true;
    }
    int order = value.compareTo(lower.value());
    return order > 0 || (order == 0 && lower.inclusive());
  }

  private static boolean below(Value value, @Nullable Bound upper) {
    if (upper == null) {
      return true;
    }
    int order = value.compareTo(upper.value());
    return order < 0 || (order == 0 && upper.inclusive());
  }

  private static void check(Field field, Value value) {
    if (!value.fits(field.type())) {
      throw new IllegalArgumentException(
          "%s is %s; %s is not".formatted(field.name(), field.type().inWords(), value));
    }
  }
}

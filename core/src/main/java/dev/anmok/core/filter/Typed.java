package dev.anmok.core.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Metadata that was read from texts, and what could not be.
///
/// @param metadata what fits its field
/// @param misfits texts that do not; they are left out
public record Typed(Metadata metadata, List<Misfit> misfits) {
  /// Values that a list may have; those beyond are left out.
  public static final int MAX_LIST = 1_000;

  public Typed {
    misfits = List.copyOf(misfits);
  }

  /// A text that is no value of its field.
  public record Misfit(Field field, String text) {}

  /// Reads texts by the types of their fields. Empty texts, and what tables write for "unknown"
  /// (`NaN`, `null`, `N/A`, `\N`), are no values and no misfits.
  ///
  /// Where a whole number is wanted and a full date is found, its year counts: a column
  /// `release_date` serves a field `year` as well as one of days.
  ///
  /// @param texts by name of the field; names that the schema does not have are passed over
  public static Typed of(Schema schema, Map<String, String> texts) {
    var values = new LinkedHashMap<String, List<Value>>();
    var misfits = new ArrayList<Misfit>();
    for (var field : schema.fields()) {
      var text = texts.get(field.name());
      if (text != null && !ValueText.missing(field.type(), text)) {
        values.put(field.name(), values(field, text, misfits));
      }
    }
    return new Typed(new Metadata(values), misfits);
  }

  private static List<Value> values(Field field, String text, List<Misfit> misfits) {
    return switch (field.type()) {
      case LIST -> words(field, text, misfits);
      case KEYWORD, INTEGER, DECIMAL, DATE, BOOLEAN -> {
        var value = ValueText.parse(field.type(), text).or(() -> year(field, text));
        if (value.isEmpty()) {
          misfits.add(new Misfit(field, text));
        }
        yield value.map(List::of).orElse(List.of());
      }
    };
  }

  private static Optional<Value> year(Field field, String text) {
    return field.type() != FieldType.INTEGER
        ? Optional.empty()
        : ValueText.parse(FieldType.DATE, text)
            .map(date -> new Value.Whole(((Value.Day) date).date().getYear()));
  }

  /// The words of a list in their order, each once.
  private static List<Value> words(Field field, String text, List<Misfit> misfits) {
    var words = new LinkedHashMap<String, Value>();
    for (var part : ListText.split(text)) {
      if (ValueText.missing(FieldType.LIST, part)) {
        continue;
      }
      var value = ValueText.parse(FieldType.LIST, part);
      if (words.size() < MAX_LIST && value.isPresent()) {
        words.putIfAbsent(((Value.Word) value.get()).key(), value.get());
      } else {
        misfits.add(new Misfit(field, part));
      }
    }
    return List.copyOf(words.values());
  }
}

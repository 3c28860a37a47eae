package dev.anmok.core.filter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/// A typed value of a metadata field. Values of one type have an order: numbers, dates, false
/// before true, words by their [Word#key].
public sealed interface Value extends Comparable<Value> {
  /// Of [FieldType#KEYWORD], and each of a [FieldType#LIST].
  ///
  /// @param text as people write it; two that differ in case only are the same to a filter
  record Word(String text) implements Value {
    /// What makes two words the same to a filter: composed letters (NFC) in lower case.
    public String key() {
      return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
  }

  /// Of [FieldType#INTEGER].
  record Whole(long number) implements Value {}

  /// Of [FieldType#DECIMAL].
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a decimal must be finite, was " + number);
      }
      number += 0.0; // -0 becomes 0
    }
  }

  /// Of [FieldType#DATE].
  record Day(LocalDate date) implements Value {}

  /// Of [FieldType#BOOLEAN].
  record Truth(boolean holds) implements Value {}

  /// Whether a field of a type may hold this value.
  default boolean fits(FieldType type) {
    return switch (this) {
      case Word _ -> type == FieldType.KEYWORD || type == FieldType.LIST;
      case Whole _ -> type == FieldType.INTEGER;
      case Decimal _ -> type == FieldType.DECIMAL;
      case Day _ -> type == FieldType.DATE;
      case Truth _ -> type == FieldType.BOOLEAN;
    };
  }

  /// Compares values of one type; zero for words that differ in case only.
  ///
  /// @throws IllegalArgumentException if the other is of another type
  @Override
  default int compareTo(Value other) {
    return switch (this) {
      case Word word when other instanceof Word that -> word.key().compareTo(that.key());
      case Whole(long a) when other instanceof Whole(long b) -> Long.compare(a, b);
      case Decimal(double a) when other instanceof Decimal(double b) -> Double.compare(a, b);
      case Day(var a) when other instanceof Day(var b) -> a.compareTo(b);
      case Truth(boolean a) when other instanceof Truth(boolean b) -> Boolean.compare(a, b);
      default ->
          throw new IllegalArgumentException(this + " and " + other + " are of different types");
    };
  }
}

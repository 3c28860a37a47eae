package dev.anmok.core.filter;

import java.time.LocalDate;

/// A typed value of a metadata field.
public sealed interface Value {
  /// Of [FieldType#KEYWORD], and each of a [FieldType#LIST].
  record Word(String text) implements Value {}

  /// Of [FieldType#INTEGER].
  record Whole(long number) implements Value {}

  /// Of [FieldType#DECIMAL].
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a decimal must be finite, was " + number);
      }
    }
  }

  /// Of [FieldType#DATE].
  record Day(LocalDate date) implements Value {}

  /// Of [FieldType#BOOLEAN].
  record Truth(boolean holds) implements Value {}
}

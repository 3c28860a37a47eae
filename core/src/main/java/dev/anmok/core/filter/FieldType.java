package dev.anmok.core.filter;

/// What a metadata field holds.
public enum FieldType {
  /// One word or phrase, compared as a whole.
  KEYWORD,
  /// Any number of keywords.
  LIST,
  /// A whole number of 64 bits.
  INTEGER,
  /// A finite number of double precision.
  DECIMAL,
  /// A day of the ISO calendar.
  DATE,
  /// True or false.
  BOOLEAN
}

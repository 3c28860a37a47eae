package dev.anmok.core.filter;

import java.util.Locale;

/// What a metadata field holds.
public enum FieldType {
  /// One word or phrase, compared as a whole.
  KEYWORD("a word"),
  /// Any number of keywords.
  LIST("a list of words"),
  /// A whole number of 64 bits.
  INTEGER("a whole number"),
  /// A finite number of double precision.
  DECIMAL("a number"),
  /// A day of the ISO calendar.
  DATE("a date"),
  /// True or false.
  BOOLEAN("true or false");

  private final String inWords;

  FieldType(String inWords) {
    this.inWords = inWords;
  }

  /// How profiles call it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it is, to go on after "must be".
  public String inWords() {
    return inWords;
  }

  /// Whether its values lie on a line, so that there are ranges of them.
  public boolean ordered() {
    return switch (this) {
      case INTEGER, DECIMAL, DATE -> true;
      case KEYWORD, LIST, BOOLEAN -> false;
    };
  }
}

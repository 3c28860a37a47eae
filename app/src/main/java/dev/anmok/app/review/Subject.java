package dev.anmok.app.review;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people can be asked about photos.
public enum Subject {
  /// Whether a photo is blurred.
  BLUR,
  /// Which of some copies to keep, and which photos are no copies.
  DUPLICATES,
  /// Which category of the album a photo belongs to.
  CATEGORY;

  /// The subject of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Subject parse(String code) {
    return Stream.of(values())
        .filter(subject -> subject.code().equals(code))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException("subject must be " + codes() + ", was '" + code + "'"));
  }

  private static String codes() {
    return Stream.of(values()).map(Subject::code).collect(Collectors.joining(" or "));
  }

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

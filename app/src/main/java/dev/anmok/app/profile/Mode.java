package dev.anmok.app.profile;

import java.util.Arrays;
import java.util.Locale;

/// By what photos are searched.
public enum Mode {
  /// By what they show, as the model sees it.
  VECTOR,
  /// By the words of their texts.
  WORDS,
  /// By both.
  HYBRID;

  /// How users call it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Mode parse(String text) {
    return Arrays.stream(values())
        .filter(mode -> mode.code().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("mode must be vector, words or hybrid, was " + text));
  }
}

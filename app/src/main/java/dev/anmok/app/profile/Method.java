package dev.anmok.app.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A way to choose representatives.
public enum Method {
  /// By delta, with a threshold and reasons.
  DELTA,
  /// By the source project's old method.
  AS_PUBLISHED,
  /// By how useful they are in reviews, with checks and reasons.
  USEFUL;

  /// The method of a name.
  public static Optional<Method> find(String code) {
    return Stream.of(values()).filter(method -> method.code().equals(code)).findFirst();
  }

  /// The name in profiles and options: `delta`, `as-published`, `useful`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return code();
  }
}

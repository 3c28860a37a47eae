package dev.anmok.app.profile;

import java.util.Locale;

/// A way to choose representatives.
public enum Method {
  /// By delta, with a threshold and reasons.
  DELTA,
  /// By the source project's old method.
  AS_PUBLISHED;

  /// The name in profiles and options: `delta`, `as-published`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return code();
  }
}

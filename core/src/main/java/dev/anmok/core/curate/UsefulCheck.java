package dev.anmok.core.curate;

import java.util.Locale;

/// What can put a review photo behind all useful ones. Each can be switched off.
public enum UsefulCheck {
  /// It must not be blurred.
  BLUR,
  /// It must be neither too dark nor burnt out.
  EXPOSURE,
  /// It must be large enough.
  SIZE,
  /// Of photos that show nearly the same the best counts. The same file counts once in any case.
  DUPLICATES,
  /// It must show what the lens looks for.
  OFF_TOPIC;

  /// The name in profiles: `blur`, `exposure`, `size`, `duplicates`, `off-topic`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

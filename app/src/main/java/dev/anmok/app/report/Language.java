package dev.anmok.app.report;

import java.util.Locale;

/// The languages a report is written in. A report holds all of them; one is shown first.
public enum Language {
  KO,
  EN;

  /// The BCP 47 tag, `ko` or `en`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

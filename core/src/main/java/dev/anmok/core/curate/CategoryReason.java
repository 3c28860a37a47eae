package dev.anmok.core.curate;

import java.util.Locale;

/// Why a photo has its category.
public enum CategoryReason {
  /// It fits this category best, and well enough.
  BEST,
  /// Its best category fits it hardly better than the neutral prompts do.
  BELOW_NEUTRAL,
  /// Two categories fit it nearly alike.
  NO_CLEAR_WINNER,
  /// A person said so.
  BY_PEOPLE;

  /// The name in results: `best`, `below_neutral`, `no_clear_winner`, `by_people`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.anmok.core.pipeline;

import java.util.Locale;

/// A step of ingestion that the ledger records for a photo.
public enum Stage {
  /// The photo was decoded; its facts are in the catalog.
  DECODE,
  /// Its measures, under [dev.anmok.core.quality.Measures#DEFINITION], are in the catalog.
  MEASURE,
  /// Its embedding, in one space, is in the catalog.
  EMBED,
  /// What its pixels say at native resolution, under [dev.anmok.core.quality.Detail#DEFINITION], is
  /// in the catalog. Only some jobs ask for it.
  DETAIL,
  /// What a network says of its sharpness ([dev.anmok.core.quality.BlurMeasure#BDNET]) is among its
  /// details in the catalog. Only jobs whose blur method needs it ask for it.
  NET;

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.anmok.app.album;

import java.util.Locale;
import java.util.Optional;

/// The form in which scores are listed; the order of the photos is the same in all.
public enum ScoreScale {
  /// As the lens gives them, about 1..10.
  RAW,
  /// `(raw − 1) / 9`, cut off at 0 and 1.
  UNIT,
  /// The share of the album's photos that a photo is above, equal ones counting half, 0..1.
  PERCENTILE;

  /// The scale of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  static ScoreScale read(Optional<String> name) {
    return switch (name.orElse("unit")) {
      case "raw" -> RAW;
      case "unit" -> UNIT;
      case "percentile" -> PERCENTILE;
      case String other ->
          throw new IllegalArgumentException("scale must be raw, unit or percentile, was " + other);
    };
  }

  /// The lower-case name.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.anmok.app.sample.poster;

import java.util.Locale;

/// What hangs in the air.
enum Weather {
  CLEAR,
  FOG,
  RAIN,
  SNOW,
  PETALS;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

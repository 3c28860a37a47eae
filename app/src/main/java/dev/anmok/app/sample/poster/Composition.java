package dev.anmok.app.sample.poster;

import java.util.Locale;

/// What a poster is built around.
enum Composition {
  FACE,
  TWO_FACES,
  FIGURE,
  CITY,
  CAR,
  MOUNTAIN,
  SEA,
  HOUSE,
  ANIMAL,
  MOON,
  HAND,
  TYPE,
  PLANET,
  CASTLE,
  FLOWER,
  GUITAR,
  FOREST;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Number of faces that can be seen.
  int faces() {
    return this == FACE ? 1 : this == TWO_FACES ? 2 : 0;
  }
}

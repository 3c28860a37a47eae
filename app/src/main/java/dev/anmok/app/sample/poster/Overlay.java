package dev.anmok.app.sample.poster;

import java.util.Locale;

/// What a designer laid over the picture.
enum Overlay {
  NONE,
  RAYS,
  STRIPES,
  DOTS;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

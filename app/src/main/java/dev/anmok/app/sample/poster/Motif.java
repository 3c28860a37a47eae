package dev.anmok.app.sample.poster;

/// What a poster is built around, drawn over its ground.
interface Motif {
  /// Draws all that the poster's colours are later laid over.
  void paint(Canvas canvas);

  /// Adds the lights that keep their own colours.
  default void shine(Canvas canvas) {}
}

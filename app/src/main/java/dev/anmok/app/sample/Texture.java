package dev.anmok.app.sample;

/// The colour of a surface at a place on it, as 0xRRGGBB. Places are in metres, or 0..1 on sheets.
@FunctionalInterface
interface Texture {
  int at(double u, double v);
}

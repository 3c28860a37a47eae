package dev.anmok.app.sample;

/// A small lamp or a window pane: light that falls off with distance, without shadows.
///
/// @param reach distance in metres at which half the light is left
record Lamp(Vec at, Light light, double reach) {}

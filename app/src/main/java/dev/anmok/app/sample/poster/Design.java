package dev.anmok.app.sample.poster;

/// What a poster shows.
///
/// @param neon whether tubes of light shine in it
/// @param border width of a frame in pixels, 0 for none
record Design(
    Composition composition,
    Tone tone,
    boolean neon,
    Weather weather,
    Overlay overlay,
    int border) {}

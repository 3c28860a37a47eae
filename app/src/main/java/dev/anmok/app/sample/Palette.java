package dev.anmok.app.sample;

/// The colours of a cafe, as 0xRRGGBB.
record Palette(int wall, int floor, int wood, int seat, int accent) {}

package dev.anmok.app.sample.poster;

/// How a head is lit: a strong light from one side, another from the opposite one.
///
/// @param key colour of the strong light
/// @param side where it stands: -1 left, 0 before the face, 1 right
/// @param height -1 from below to 1 from above
/// @param rim colour of the other light
/// @param ambient brightness of what no light reaches, 0..1
record Lit(int key, double side, double height, int rim, double ambient) {}

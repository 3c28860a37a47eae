package dev.anmok.app.sample;

/// How a picture is exposed and developed.
///
/// @param key mean brightness aimed at, 0.15 for night to 0.7 for a white room
/// @param tint the colour that white takes
/// @param grain strength of the film grain, 0..1
/// @param focus distance in metres that is sharp, 0 when all is
record Grade(double key, int tint, double grain, double focus) {}

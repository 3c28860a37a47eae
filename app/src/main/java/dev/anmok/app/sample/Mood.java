package dev.anmok.app.sample;

/// The light of a cafe.
///
/// @param lamp colour of its lamps
/// @param power strength of its lamps, 0..1.5
/// @param day daylight outside, 0 at night to 1 at noon
/// @param key brightness of its photos, see [Grade]
/// @param tint colour that white takes in its photos
record Mood(int lamp, double power, double day, double key, int tint) {
  boolean night() {
    return day < 0.15;
  }
}

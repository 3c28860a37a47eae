package dev.anmok.app.report;

/// A value marked across a chart, with a phrase that says what it is.
///
/// @param cssClass how its line looks
/// @param value where it stands; not drawn if it is NaN or outside
/// @param key of the phrase, which is given the value
record Flag(String cssClass, double value, String key) {}

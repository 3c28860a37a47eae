package dev.anmok.app.report;

/// How the scores of a report were made.
///
/// @param name of the lens, such as `mood`
/// @param space id of the vector space the scores belong to
/// @param pooling how prompts were pooled: `mean`, `max` or `ensemble`
/// @param threshold a photo is above it when its delta is strictly greater; NaN if there is none
public record LensFacts(String name, String space, String pooling, double threshold) {
  boolean exceeded(double delta) {
    return delta > threshold;
  }
}

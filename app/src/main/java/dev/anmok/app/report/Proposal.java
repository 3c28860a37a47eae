package dev.anmok.app.report;

/// A proposed threshold.
///
/// @param method code of how it was found: `otsu`, `gaussian` or `precision`
/// @param threshold the value, finite
public record Proposal(String method, double threshold) {
  public Proposal {
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("threshold must be finite, was " + threshold);
    }
  }
}

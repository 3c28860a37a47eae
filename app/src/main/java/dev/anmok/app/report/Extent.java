package dev.anmok.app.report;

import java.util.Optional;

/// The smallest and the largest of the finite values added to it.
final class Extent {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  void add(double value) {
    if (Double.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }

  Optional<Range> range() {
    return min <= max ? Optional.of(Range.of(min, max)) : Optional.empty();
  }
}

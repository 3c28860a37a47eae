package dev.anmok.app.report;

/// A stretch of the number line with `min < max`, both finite.
record Range(double min, double max) {
  /// From the smallest to the largest value; widened about a single value, by a hundredth at least.
  static Range of(double min, double max) {
    double least = Math.max(0.01, 1e-6 * Math.max(Math.abs(min), Math.abs(max)));
    double missing = Math.max(0, least - (max - min)) / 2;
    return new Range(min - missing, max + missing);
  }

  Range including(double value) {
    return Double.isFinite(value) ? new Range(Math.min(min, value), Math.max(max, value)) : this;
  }

  double span() {
    return max - min;
  }
}

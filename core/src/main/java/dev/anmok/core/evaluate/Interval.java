package dev.anmok.core.evaluate;

/// An estimate with its 95 % confidence interval.
///
/// @param value the estimate
/// @param low lower end
/// @param high upper end
public record Interval(double value, double low, double high) {
  /// 97.5th percentile of the standard normal distribution.
  static final double Z = 1.959963984540054;
}

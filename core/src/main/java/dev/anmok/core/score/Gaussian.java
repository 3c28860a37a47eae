package dev.anmok.core.score;

/// One weighted component of a mixture.
///
/// @param weight share of the values, 0..1
/// @param mean its centre
/// @param std its standard deviation, above 0
public record Gaussian(double weight, double mean, double std) {
  /// Weighted density at a value.
  public double density(double x) {
    double z = (x - mean) / std;
    return weight / (std * Math.sqrt(2 * Math.PI)) * Math.exp(-z * z / 2);
  }
}

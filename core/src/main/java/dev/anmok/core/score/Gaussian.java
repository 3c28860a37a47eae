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

  /// Probability that a standard normal value lies above `z`: by its power series within 3 of the
  /// middle, by its continued fraction farther out; to 1e-13.
  public static double above(double z) {
    if (z < 0) {
      return 1 - above(-z);
    }
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z < 3) {
      double term = z;
      double sum = z;
      for (int k = 3; Math.abs(term) > 1e-17; k += 2) {
        term *= z * z / k;
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = z;
    for (int k = 100; k > 0; k--) {
      fraction = z + k / fraction;
    }
    return density / fraction;
  }
}

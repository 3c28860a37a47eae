package dev.anmok.core.score;

import java.util.Optional;

/// A mixture of two Gaussian components fitted to a distribution by expectation maximisation, from
/// the split that [Otsu] finds. Source: Dempster, Laird and Rubin, Journal of the Royal Statistical
/// Society B 39 (1977).
///
/// @param lower the component with the smaller mean
/// @param upper the component with the larger mean
public record TwoGaussians(Gaussian lower, Gaussian upper) {
  /// Ashman's D above which two components are cleanly separated. Source: Ashman, Bird and Zepf,
  /// Astronomical Journal 108 (1994).
  public static final double CLEAN_SEPARATION = 2;

  private static final int MAX_STEPS = 500;
  private static final double MIN_STD = 1e-4;

  /// Fits the mixture; empty if there are fewer than two different values.
  public static Optional<TwoGaussians> fit(Distribution values) {
    double split = Otsu.threshold(values);
    if (Double.isNaN(split)) {
      return Optional.empty();
    }
    var fit = step(values, x -> x > split ? 1 : 0);
    for (int i = 0; i < MAX_STEPS; i++) {
      var present = fit;
      var next = step(values, present::shareOfUpper);
      fit = next;
      if (next.closeTo(present)) {
        break;
      }
    }
    return Optional.of(fit.lower.mean() <= fit.upper.mean() ? fit : fit.swapped());
  }

  /// Ashman's D: `√2·|μ₁ − μ₂| / √(σ₁² + σ₂²)`.
  public double separation() {
    return Math.sqrt(2)
        * Math.abs(upper.mean() - lower.mean())
        / Math.hypot(lower.std(), upper.std());
  }

  /// The value between the means where both weighted densities are equal, found by bisection; the
  /// middle of the means if one density is above the other all the way.
  public double crossing() {
    double left = lower.mean();
    double right = upper.mean();
    if (lower.density(left) <= upper.density(left)
        || lower.density(right) >= upper.density(right)) {
      return (left + right) / 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (left + right) / 2;
      if (lower.density(middle) > upper.density(middle)) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return (left + right) / 2;
  }

  private TwoGaussians swapped() {
    return new TwoGaussians(/* lower= */ upper, /* upper= */ lower);
  }

  private double shareOfUpper(double x) {
    double up = upper.density(x);
    double all = up + lower.density(x);
    return all > 0 ? up / all : Math.abs(x - upper.mean()) < Math.abs(x - lower.mean()) ? 1 : 0;
  }

  private boolean closeTo(TwoGaussians other) {
    return Math.abs(lower.mean() - other.lower.mean()) < 1e-9
        && Math.abs(upper.mean() - other.upper.mean()) < 1e-9
        && Math.abs(lower.std() - other.lower.std()) < 1e-9;
  }

  /// One maximisation step, given each value's share in the upper component.
  private static TwoGaussians step(
      Distribution values, java.util.function.DoubleUnaryOperator shareOfUpper) {
    var low = new Moments();
    var high = new Moments();
    for (int i = 0; i < values.bins(); i++) {
      if (values.count(i) > 0) {
        double x = values.center(i);
        double share = shareOfUpper.applyAsDouble(x);
        high.add(x, share * values.count(i));
        low.add(x, (1 - share) * values.count(i));
      }
    }
    double total = (double) values.total();
    return new TwoGaussians(low.gaussian(total), high.gaussian(total));
  }

  /// Weighted sums of one component.
  private static final class Moments {
    private double weight;
    private double sum;
    private double squares;

    void add(double x, double w) {
      weight += w;
      sum += w * x;
      squares += w * x * x;
    }

    Gaussian gaussian(double total) {
      double mean = weight > 0 ? sum / weight : 0;
      double variance = weight > 0 ? squares / weight - mean * mean : 0;
      return new Gaussian(
          weight / total, mean, Math.max(MIN_STD, Math.sqrt(Math.max(0, variance))));
    }
  }
}

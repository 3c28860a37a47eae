package dev.anmok.core.classify;

import java.util.List;
import java.util.stream.IntStream;

/// Makes probabilities as sure as they are right: `p^(1/T)`, scaled to 1 with their rest. Above 1
/// it takes confidence back, below 1 it adds some; the order of labels stays. Source: Guo, Pleiss,
/// Sun and Weinberger, ICML 2017.
///
/// @param value `T`, [#LEAST] to [#MOST]
public record Temperature(double value) {
  /// Leaves probabilities as they are.
  public static final Temperature NONE = new Temperature(1);

  /// The coldest that is fitted.
  public static final double LEAST = 0.05;

  /// The hottest that is fitted.
  public static final double MOST = 20;

  private static final int HALVINGS = 60;

  public Temperature {
    if (!(value >= LEAST && value <= MOST)) {
      throw new IllegalArgumentException(
          "a temperature must be " + LEAST + ".." + MOST + ", was " + value);
    }
  }

  /// The probabilities at this temperature; NONE gives a copy.
  public double[] apply(double[] chances) {
    if (value == 1) {
      return chances.clone();
    }
    var logs = logs(chances);
    for (int i = 0; i < logs.length; i++) {
      logs[i] /= value;
    }
    return Chances.softmax(logs, chances.length);
  }

  /// The temperature with the smallest mean of `−log p` of the right labels. That mean is convex in
  /// `1/T`, so its slope is halved down to a zero.
  ///
  /// @param chances of photos that the classifier has not learnt from
  /// @param truth places of the right labels, −1 where none is right; such a photo counts only if
  ///   its answer leaves a rest, and of no photo that counts the temperature is [#NONE]
  /// @throws IllegalArgumentException if there are none, or the two differ in length
  public static Temperature fit(List<double[]> chances, int[] truth) {
    if (chances.isEmpty() || chances.size() != truth.length) {
      throw new IllegalArgumentException(
          chances.size() + " answers and " + truth.length + " truths make no temperature");
    }
    var logs = chances.stream().map(Temperature::logs).toList();
    if (IntStream.range(0, truth.length)
        .noneMatch(i -> Double.isFinite(right(logs.get(i), truth[i])))) {
      return NONE;
    }
    double cold = 1 / MOST;
    double hot = 1 / LEAST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(cold * hot);
      if (slope(logs, truth, middle) > 0) {
        hot = middle;
      } else {
        cold = middle;
      }
    }
    return new Temperature(Math.clamp(1 / Math.sqrt(cold * hot), LEAST, MOST));
  }

  /// The derivative by `b = 1/T`: the sum of `Σ p_b·log p − log p_right`.
  private static double slope(List<double[]> logs, int[] truth, double b) {
    double slope = 0;
    for (int i = 0; i < truth.length; i++) {
      var each = logs.get(i);
      double right = right(each, truth[i]);
      if (Double.isInfinite(right)) {
        continue; // what it could not answer tells nothing of how sure it is of what it can
      }
      var scaled = new double[each.length];
      for (int j = 0; j < each.length; j++) {
        scaled[j] = b * each[j];
      }
      var weights = Chances.softmax(scaled, each.length);
      for (int j = 0; j < each.length; j++) {
        slope += weights[j] == 0 ? 0 : weights[j] * each[j];
      }
      slope -= right;
    }
    return slope;
  }

  /// Infinite where none is right and there is no rest.
  private static double right(double[] logs, int truth) {
    return logs[truth < 0 ? logs.length - 1 : truth];
  }

  /// Logarithms with that of the rest; no rest arises where there was none.
  private static double[] logs(double[] chances) {
    var logs = Chances.logs(chances);
    if (Chances.rest(chances) < Chances.LEAST) {
      logs[logs.length - 1] = Double.NEGATIVE_INFINITY;
    }
    return logs;
  }
}

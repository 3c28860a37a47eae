package dev.anmok.core.evaluate;

import java.util.List;

/// Logistic regression by Newton's method, on inputs brought to mean 0 and deviation 1, with a
/// small ridge penalty that keeps separable data finite. For a handful of inputs.
final class LogisticFit {
  private static final int STEPS = 100;
  private static final double SETTLED = 1e-10;

  /// Weight of half the squared weights, in examples.
  private static final double PENALTY = 0.1;

  private LogisticFit() {}

  /// The weights: first the constant, then one an input, for inputs as they were given.
  ///
  /// @param rows one an example, all of one length
  static double[] fit(List<double[]> rows, boolean[] truth) {
    int n = rows.getFirst().length;
    var means = new double[n];
    var deviations = new double[n];
    for (int j = 0; j < n; j++) {
      for (var row : rows) {
        means[j] += row[j] / rows.size();
      }
      for (var row : rows) {
        deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / rows.size();
      }
      deviations[j] = Math.max(1e-9, Math.sqrt(deviations[j]));
    }
    var inputs =
        rows.stream().map(row -> standardised(row, means, deviations)).toArray(double[][]::new);
    var weights = new double[n + 1];
    for (int step = 0; step < STEPS; step++) {
      if (newton(inputs, truth, weights) < SETTLED) {
        break;
      }
    }
    for (int j = 0; j < n; j++) {
      weights[j + 1] /= deviations[j];
      weights[0] -= weights[j + 1] * means[j];
    }
    return weights;
  }

  private static double[] standardised(double[] row, double[] means, double[] deviations) {
    var input = new double[row.length + 1];
    input[0] = 1;
    for (int j = 0; j < row.length; j++) {
      input[j + 1] = (row[j] - means[j]) / deviations[j];
    }
    return input;
  }

  /// One step; returns the largest move.
  private static double newton(double[][] inputs, boolean[] truth, double[] weights) {
    int n = weights.length;
    var gradient = new double[n];
    var hessian = new double[n][n];
    for (int i = 0; i < inputs.length; i++) {
      double odds = 0;
      for (int j = 0; j < n; j++) {
        odds += weights[j] * inputs[i][j];
      }
      double chance = 1 / (1 + Math.exp(-odds));
      for (int j = 0; j < n; j++) {
        gradient[j] += (chance - (truth[i] ? 1 : 0)) * inputs[i][j];
        for (int k = 0; k < n; k++) {
          hessian[j][k] += chance * (1 - chance) * inputs[i][j] * inputs[i][k];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      double penalty = j == 0 ? 1e-9 : PENALTY;
      gradient[j] += penalty * weights[j];
      hessian[j][j] += penalty;
    }
    double[] move = solve(hessian, gradient);
    double most = 0;
    for (int j = 0; j < n; j++) {
      weights[j] -= move[j];
      most = Math.max(most, Math.abs(move[j]));
    }
    return most;
  }

  /// Solves a symmetric positive definite system by elimination, which needs no pivots then.
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int row = i + 1; row < n; row++) {
        double factor = a[row][i] / a[i][i];
        for (int j = i; j < n; j++) {
          a[row][j] -= factor * a[i][j];
        }
        b[row] -= factor * b[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        b[i] -= a[i][j] * b[j];
      }
      b[i] /= a[i][i];
    }
    return b;
  }
}

package dev.anmok.core.score;

import java.util.List;

/// Ridge regression of scores on unit vectors in closed form. With vectors and scores centred, the
/// weights minimise `‖y − X·w‖² + λ‖w‖²`; the bias, which is not shrunk, is `ȳ − x̄·w`. With at
/// least as many rows as dimensions the normal equations `(XᵀX + λI)·w = Xᵀy` are solved, with
/// fewer the dual `w = Xᵀ·(XXᵀ + λI)⁻¹·y`. Source: Hoerl and Kennard, Technometrics 12 (1970).
/// Holds 8 bytes a value of the rows, and the square of the smaller of rows and dimensions.
public final class RidgeRegression {
  private static final int GRID = 15;

  private final List<RatedVector> rows;
  private final double[][] centred;
  private final double[] means;
  private final double[] scores;
  private final double mean;
  private final boolean dual;
  private final double[][] gram;

  private RidgeRegression(List<RatedVector> rows) {
    this.rows = List.copyOf(rows);
    this.means = means(rows);
    this.centred = centred(rows, means);
    this.mean = rows.stream().mapToDouble(RatedVector::score).average().orElseThrow();
    this.scores = rows.stream().mapToDouble(row -> row.score() - mean).toArray();
    this.dual = rows.size() < means.length;
    this.gram = dual ? outer(centred) : inner(centred, means.length);
  }

  /// Prepares the equations.
  ///
  /// @param rows at least two, all of one space
  public static RidgeRegression of(List<RatedVector> rows) {
    if (rows.size() < 2) {
      throw new IllegalArgumentException("a regression needs at least 2 rows");
    }
    var space = rows.getFirst().embedding().space();
    for (var row : rows) {
      if (!row.embedding().space().equals(space)) {
        throw new IllegalArgumentException(
            "vectors of " + space.id() + " and of " + row.embedding().space().id());
      }
    }
    return new RidgeRegression(rows);
  }

  /// The head for one strength of shrinkage.
  ///
  /// @param lambda above 0
  public LinearHead fit(double lambda) {
    return head(weights(factor(lambda)));
  }

  /// The strength with the smallest generalised cross-validation error, out of fifteen: `n · 10^e`
  /// with `e` from −6 to 1 in halves; the larger one if two are equal.
  public double bestLambda() {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int i = GRID - 1; i >= 0; i--) {
      double lambda = rows.size() * Math.pow(10, i / 2.0 - 6);
      double error = crossValidationError(lambda);
      if (error < least) {
        least = error;
        best = lambda;
      }
    }
    return best;
  }

  /// `n·RSS / (n − 1 − tr H)²`, where `H` maps centred scores to their predictions and the 1 stands
  /// for the bias. Source: Golub, Heath and Wahba, Technometrics 21 (1979).
  double crossValidationError(double lambda) {
    var factor = factor(lambda);
    var weights = weights(factor);
    double residuals = 0;
    for (int i = 0; i < scores.length; i++) {
      double residual = scores[i] - dot(centred[i], weights);
      residuals += residual * residual;
    }
    double shrunk = lambda * factor.traceOfInverse(); // of the identity, tr(I − H) on its own side
    double free = dual ? shrunk - 1 : scores.length - 1 - means.length + shrunk;
    return scores.length * residuals / (free * free);
  }

  private Cholesky factor(double lambda) {
    if (!(lambda > 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda must be above 0, was " + lambda);
    }
    return Cholesky.of(gram, lambda);
  }

  private double[] weights(Cholesky factor) {
    return dual ? combined(centred, factor.solve(scores)) : factor.solve(combined(centred, scores));
  }

  private LinearHead head(double[] weights) {
    double bias = mean - dot(means, weights);
    return LinearHead.of(rows.getFirst().embedding().space(), weights, bias);
  }

  private static double[] means(List<RatedVector> rows) {
    var means = new double[rows.getFirst().embedding().space().dimension()];
    for (var row : rows) {
      var values = row.embedding().toArray();
      for (int i = 0; i < means.length; i++) {
        means[i] += values[i];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= rows.size();
    }
    return means;
  }

  private static double[][] centred(List<RatedVector> rows, double[] means) {
    var centred = new double[rows.size()][means.length];
    for (int row = 0; row < centred.length; row++) {
      var values = rows.get(row).embedding().toArray();
      for (int i = 0; i < means.length; i++) {
        centred[row][i] = values[i] - means[i];
      }
    }
    return centred;
  }

  /// Lower half of `X·Xᵀ`.
  private static double[][] outer(double[][] rows) {
    var matrix = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      matrix[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = dot(rows[i], rows[j]);
      }
    }
    return matrix;
  }

  /// Lower half of `Xᵀ·X`.
  private static double[][] inner(double[][] rows, int dimension) {
    var matrix = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      matrix[i] = new double[i + 1];
    }
    for (var row : rows) {
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += row[i] * row[j];
        }
      }
    }
    return matrix;
  }

  /// `Xᵀ·a`.
  private static double[] combined(double[][] rows, double[] factors) {
    var sum = new double[rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factors[row] * rows[row][i];
      }
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

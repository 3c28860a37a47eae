package dev.anmok.core.score;

/// The Cholesky factor `L` of a symmetric positive definite matrix `A = L·Lᵀ`, in double precision.
/// Takes `n³ / 3` multiplications and additions.
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /// Factors `matrix + shift·I`; the matrix stays as it is, and only its lower half is read.
  ///
  /// @throws IllegalArgumentException if the sum is not positive definite
  static Cholesky of(double[][] matrix, double shift) {
    int n = matrix.length;
    var lower = new double[n][];
    for (int i = 0; i < n; i++) {
      var row = new double[i + 1];
      for (int j = 0; j < i; j++) {
        row[j] = (matrix[i][j] - dot(row, lower[j], j)) / lower[j][j];
      }
      double square = matrix[i][i] + shift - dot(row, row, i);
      if (!(square > 0)) {
        throw new IllegalArgumentException("the matrix is not positive definite at row " + i);
      }
      row[i] = Math.sqrt(square);
      lower[i] = row;
    }
    return new Cholesky(lower);
  }

  /// Solves `A·x = b`.
  double[] solve(double[] b) {
    int n = lower.length;
    var x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (b[i] - dot(lower[i], x, i)) / lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= lower[i][j] * x[i];
      }
    }
    return x;
  }

  /// The trace of `A⁻¹`, which is the sum of the squares of `L⁻¹`.
  double traceOfInverse() {
    int n = lower.length;
    double trace = 0;
    for (int column = 0; column < n; column++) {
      var z = new double[n - column]; // column of the inverse of L, from its diagonal down
      for (int i = column; i < n; i++) {
        double sum = i == column ? 1 : 0;
        for (int k = column; k < i; k++) {
          sum -= lower[i][k] * z[k - column];
        }
        double value = sum / lower[i][i];
        z[i - column] = value;
        trace += value * value;
      }
    }
    return trace;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

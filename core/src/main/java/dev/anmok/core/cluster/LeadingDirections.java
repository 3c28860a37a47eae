package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.util.Random;

/// The orthonormal directions in which some vectors are longest, the longest first: the leading
/// right singular vectors of the matrix of the vectors, not centred, by orthogonal iteration. They
/// are orthonormal to float precision whether or not the iteration came near its end.
///
/// Source: Golub and Van Loan, "Matrix Computations", section 8.2.
final class LeadingDirections {
  private static final int ROUNDS = 4;
  private static final long SEED = 1;

  private LeadingDirections() {}

  /// The directions, row-major.
  ///
  /// @param rows row-major, `count` of them
  /// @param wanted how many directions, at most `dimension`
  static float[] of(float[] rows, int count, int dimension, int wanted) {
    var columns = transpose(rows, count, dimension);
    var random = new Random(SEED);
    var directions = new float[wanted * dimension];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) random.nextGaussian();
    }
    orthonormalize(directions, wanted, dimension, random);
    var lengths = new float[wanted * count];
    for (int round = 0; round < ROUNDS; round++) {
      Dot.manyToMany(directions, wanted, rows, count, dimension, lengths);
      Dot.manyToMany(lengths, wanted, columns, dimension, count, directions);
      orthonormalize(directions, wanted, dimension, random);
    }
    return directions;
  }

  private static float[] transpose(float[] rows, int count, int dimension) {
    var columns = new float[rows.length];
    for (int r = 0; r < count; r++) {
      for (int c = 0; c < dimension; c++) {
        columns[c * count + r] = rows[r * dimension + c];
      }
    }
    return columns;
  }

  /// Gram and Schmidt's method; a direction that vanishes is replaced by a random one.
  private static void orthonormalize(float[] rows, int count, int dimension, Random random) {
    var row = new float[dimension];
    for (int r = 0; r < count; r++) {
      System.arraycopy(rows, r * dimension, row, 0, dimension);
      while (!across(row, rows, r)) {
        for (int i = 0; i < dimension; i++) {
          row[i] = (float) random.nextGaussian();
        }
      }
      System.arraycopy(row, 0, rows, r * dimension, dimension);
    }
  }

  /// Makes a row a unit vector across the first rows: the method twice over, which is enough for
  /// full precision unless next to nothing is left, which is said by false.
  private static boolean across(float[] row, float[] rows, int count) {
    for (int pass = 0; pass < 2; pass++) {
      double before = length(row);
      for (int earlier = 0; earlier < count; earlier++) {
        float along = Dot.of(row, 0, rows, earlier * row.length, row.length);
        for (int i = 0; i < row.length; i++) {
          row[i] -= along * rows[earlier * row.length + i];
        }
      }
      double after = length(row);
      if (!(after > 1e-3 * before) || !(after > 1e-30)) {
        return false;
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (row[i] / after);
      }
    }
    return true;
  }

  private static double length(float[] row) {
    double sum = 0;
    for (float value : row) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}

package dev.anmok.core.classify;

import dev.anmok.core.embed.Embedding;
import java.util.List;
import java.util.stream.IntStream;

/// Multinomial logistic regression on unit vectors. Weights and biases minimise `−1/n · Σ log
/// p(right) + λ/2 · ‖W‖²`, where `p = softmax(W·x + b)`; biases are not shrunk. In the terms of
/// other libraries `C = 1 / (λ·n)`. The vectors are centred on the way, which changes no solution
/// and lets the search settle sooner. Holds 4 bytes a value of the vectors.
public final class MultinomialRegression {
  /// Rows summed up together, in their order, so that any number of threads gives the same bits.
  private static final int BLOCK = 512;

  private final List<float[]> rows;
  private final int[] labels;
  private final int classes;
  private final int dimension;
  private final double[] means;

  /// Slope at which a search has settled that nothing else is made of.
  private static final double EXACT = 1e-9;

  private MultinomialRegression(List<float[]> rows, int[] labels, int classes, int dimension) {
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
    this.dimension = dimension;
    this.means = means();
  }

  /// What was found.
  ///
  /// @param weights a row for each class
  /// @param biases one a class
  /// @param steps how many the search took
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Fit(double[][] weights, double[] biases, int steps) {
    double[] point() {
      int dimension = weights[0].length;
      var point = new double[weights.length * (dimension + 1)];
      for (int k = 0; k < weights.length; k++) {
        System.arraycopy(weights[k], 0, point, k * (dimension + 1), dimension);
        point[k * (dimension + 1) + dimension] = biases[k];
      }
      return point;
    }
  }

  /// Prepares the data.
  ///
  /// @param vectors at least one, all of one space
  /// @param labels the class of each, from 0
  /// @param classes how many there are; each must have a vector
  /// @throws IllegalArgumentException if a count does not fit, a class is empty, or there are fewer
  ///   than two
  public static MultinomialRegression of(List<Embedding> vectors, int[] labels, int classes) {
    if (vectors.size() != labels.length || classes < 2) {
      throw new IllegalArgumentException(
          vectors.size() + " vectors, " + labels.length + " labels of " + classes + " classes");
    }
    var space = vectors.getFirst().space();
    var counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]]++;
      if (!vectors.get(i).space().equals(space)) {
        throw new IllegalArgumentException(
            "vectors of " + space.id() + " and of " + vectors.get(i).space().id());
      }
    }
    for (int k = 0; k < classes; k++) {
      if (counts[k] == 0) {
        throw new IllegalArgumentException("no vector of class " + k);
      }
    }
    var rows = vectors.stream().map(Embedding::toArray).toList();
    return new MultinomialRegression(rows, labels.clone(), classes, space.dimension());
  }

  /// The solution for one strength of shrinkage.
  ///
  /// @param lambda above 0
  public Fit fit(double lambda) {
    return fit(lambda, EXACT);
  }

  /// The same, until no part of the slope is larger than `settled`.
  public Fit fit(double lambda, double settled) {
    return fit(lambda, new double[classes * (dimension + 1)], settled);
  }

  /// The same, searched from the solution for another strength until no part of the slope is larger
  /// than `settled`.
  public Fit fit(double lambda, Fit near, double settled) {
    var point = near.point();
    for (int k = 0; k < classes; k++) { // biases belong to centred vectors here
      for (int i = 0; i < dimension; i++) {
        point[k * (dimension + 1) + dimension] += point[k * (dimension + 1) + i] * means[i];
      }
    }
    return fit(lambda, point, settled);
  }

  private Fit fit(double lambda, double[] start, double settled) {
    if (!(lambda > 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda must be above 0, was " + lambda);
    }
    var found = LimitedMemoryBfgs.minimise((at, slope) -> loss(lambda, at, slope), start, settled);
    var weights = new double[classes][dimension];
    var biases = new double[classes];
    for (int k = 0; k < classes; k++) {
      int from = k * (dimension + 1);
      System.arraycopy(found.point(), from, weights[k], 0, dimension);
      biases[k] = found.point()[from + dimension];
      for (int i = 0; i < dimension; i++) {
        biases[k] -= weights[k][i] * means[i];
      }
    }
    return new Fit(weights, biases, found.steps());
  }

  /// The loss at a point, and its slope: for each class the weights, then the bias.
  private double loss(double lambda, double[] at, double[] slope) {
    var parts =
        IntStream.range(0, (rows.size() + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(block -> part(at, block))
            .toList();
    java.util.Arrays.fill(slope, 0);
    double loss = 0;
    for (var part : parts) {
      loss += part[slope.length];
      for (int i = 0; i < slope.length; i++) {
        slope[i] += part[i];
      }
    }
    int n = rows.size();
    double shrinkage = 0;
    for (int k = 0; k < classes; k++) {
      int from = k * (dimension + 1);
      double residual = slope[from + dimension];
      for (int i = 0; i < dimension; i++) {
        double weight = at[from + i];
        shrinkage += weight * weight;
        slope[from + i] = (slope[from + i] - residual * means[i]) / n + lambda * weight;
      }
      slope[from + dimension] = residual / n;
    }
    return loss / n + lambda / 2 * shrinkage;
  }

  /// Sums over a block of rows: the slope without shrinkage and centring, then the loss.
  private double[] part(double[] at, int block) {
    var sums = new double[at.length + 1];
    var shifts = shifts(at);
    int end = Math.min(rows.size(), (block + 1) * BLOCK);
    for (int row = block * BLOCK; row < end; row++) {
      var x = rows.get(row);
      var logits = new double[classes];
      for (int k = 0; k < classes; k++) {
        logits[k] = shifts[k] + dot(at, k * (dimension + 1), x);
      }
      var chances = Chances.softmax(logits, classes);
      sums[at.length] -= StrictMath.log(Math.max(Double.MIN_NORMAL, chances[labels[row]]));
      for (int k = 0; k < classes; k++) {
        double residual = chances[k] - (k == labels[row] ? 1 : 0);
        int from = k * (dimension + 1);
        for (int i = 0; i < dimension; i++) {
          sums[from + i] += residual * x[i];
        }
        sums[from + dimension] += residual;
      }
    }
    return sums;
  }

  /// What centring adds to the logit of each class, with its bias.
  private double[] shifts(double[] at) {
    var shifts = new double[classes];
    for (int k = 0; k < classes; k++) {
      int from = k * (dimension + 1);
      shifts[k] = at[from + dimension];
      for (int i = 0; i < dimension; i++) {
        shifts[k] -= at[from + i] * means[i];
      }
    }
    return shifts;
  }

  /// In four sums, so that additions need not wait for one another.
  private static double dot(double[] weights, int from, float[] x) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      s0 += weights[from + i] * x[i];
      s1 += weights[from + i + 1] * x[i + 1];
      s2 += weights[from + i + 2] * x[i + 2];
      s3 += weights[from + i + 3] * x[i + 3];
    }
    for (; i < x.length; i++) {
      s0 += weights[from + i] * x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private double[] means() {
    var sums = new double[dimension];
    for (var row : rows) {
      for (int i = 0; i < dimension; i++) {
        sums[i] += row[i] / (double) rows.size();
      }
    }
    return sums;
  }
}

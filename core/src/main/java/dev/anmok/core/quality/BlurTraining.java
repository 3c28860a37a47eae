package dev.anmok.core.quality;

import java.util.ArrayList;
import java.util.List;

/// Trains a [BlurModel]: logistic regression with a ridge penalty, by Newton's method (iteratively
/// reweighted least squares) from 0 until no weight moves by 1e-9, at most 100 steps. Both kinds of
/// photos weigh the same in sum. The same photos give the same model.
public final class BlurTraining {
  private static final int STEPS = 100;
  private static final double SETTLED = 1e-9;

  /// A photo of which the truth is known.
  public record Example(BlurMeasures measures, boolean blurry) {}

  private BlurTraining() {}

  /// The model of some photos.
  ///
  /// @param inputs measures to use; one that is the same for all photos is left out
  /// @param penalty weight of the squared weights against the mean loss of a photo, over 0
  /// @throws IllegalArgumentException if all photos are of one kind
  public static BlurModel train(List<Example> examples, List<BlurMeasure> inputs, double penalty) {
    long blurry = examples.stream().filter(Example::blurry).count();
    if (blurry == 0 || blurry == examples.size()) {
      throw new IllegalArgumentException(
          "examples must be of both kinds, were " + blurry + " blurry of " + examples.size());
    }
    var terms = terms(examples, inputs);
    int n = terms.size() + 1;
    var rows = new double[examples.size()][n];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j + 1 < n; j++) {
        rows[i][j] = terms.get(j).standardised(examples.get(i).measures());
      }
      rows[i][n - 1] = 1;
    }
    var weights = new double[n];
    for (int step = 0; step < STEPS; step++) {
      if (newton(examples, blurry, rows, weights, penalty) < SETTLED) {
        break;
      }
    }
    var trained = new ArrayList<BlurModel.Term>();
    for (int j = 0; j + 1 < n; j++) {
      var t = terms.get(j);
      trained.add(new BlurModel.Term(t.measure(), t.mean(), t.deviation(), weights[j]));
    }
    return new BlurModel(Detail.DEFINITION, trained, weights[n - 1]);
  }

  private static List<BlurModel.Term> terms(List<Example> examples, List<BlurMeasure> inputs) {
    var terms = new ArrayList<BlurModel.Term>();
    for (var measure : inputs) {
      double[] values = examples.stream().mapToDouble(e -> e.measures().value(measure)).toArray();
      double mean = 0;
      for (double v : values) {
        mean += v / values.length;
      }
      double variance = 0;
      for (double v : values) {
        variance += (v - mean) * (v - mean) / values.length;
      }
      if (variance > 0) {
        terms.add(new BlurModel.Term(measure, mean, Math.sqrt(variance), 0));
      }
    }
    return terms;
  }

  /// One step; returns the largest move.
  private static double newton(
      List<Example> examples, long blurry, double[][] rows, double[] weights, double penalty) {
    int n = weights.length;
    var gradient = new double[n];
    var hessian = new double[n][n];
    for (int i = 0; i < rows.length; i++) {
      double odds = 0;
      for (int j = 0; j < n; j++) {
        odds += weights[j] * rows[i][j];
      }
      double chance = 1 / (1 + Math.exp(-odds));
      boolean is = examples.get(i).blurry();
      double importance = 0.5 / (is ? blurry : rows.length - blurry);
      double error = importance * (chance - (is ? 1 : 0));
      double curvature = importance * chance * (1 - chance);
      for (int j = 0; j < n; j++) {
        gradient[j] += error * rows[i][j];
        for (int k = 0; k <= j; k++) {
          hessian[j][k] += curvature * rows[i][j] * rows[i][k];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      boolean bias = j == n - 1;
      gradient[j] += bias ? 0 : penalty * weights[j];
      hessian[j][j] += bias ? 1e-12 : penalty;
    }
    double[] move = Cholesky.solve(hessian, gradient);
    double most = 0;
    for (int j = 0; j < n; j++) {
      weights[j] -= move[j];
      most = Math.max(most, Math.abs(move[j]));
    }
    return most;
  }
}

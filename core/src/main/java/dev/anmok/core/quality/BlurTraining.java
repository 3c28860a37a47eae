package dev.anmok.core.quality;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Trains a [BlurModel]: logistic regression with a ridge penalty, by Newton's method (iteratively
/// reweighted least squares) from 0 until no weight moves by 1e-9, at most 100 steps. Both kinds of
/// photos weigh the same in sum, within a kind each photo by its weight. The same photos give the
/// same model.
public final class BlurTraining {
  private static final int STEPS = 100;
  private static final double SETTLED = 1e-9;

  /// Measures that are never below 0 and tell by their ratios; they are seen on both scales.
  private static final Set<BlurMeasure> RATIOS =
      EnumSet.complementOf(
          EnumSet.of(
              BlurMeasure.DIRECTIONAL_WORST,
              BlurMeasure.DIRECTIONAL_BEST,
              BlurMeasure.DIRECTIONAL_QUARTER,
              BlurMeasure.DIRECTIONAL_MEDIAN,
              BlurMeasure.DIRECTIONAL_UPPER,
              BlurMeasure.DIRECTIONAL_TOP,
              BlurMeasure.BDNET));

  /// A photo of which the truth is known.
  ///
  /// @param weight how much it counts among those of its kind, over 0
  public record Example(BlurMeasures measures, boolean blurry, double weight) {
    public Example {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("weight must be > 0, was " + weight);
      }
    }

    /// A photo that counts once.
    public Example(BlurMeasures measures, boolean blurry) {
      this(measures, blurry, 1);
    }
  }

  private BlurTraining() {}

  /// The model of some photos.
  ///
  /// @param inputs measures to use; one that is the same for all photos is left out; those that are
  ///   never below 0 make two terms, one on each [BlurModel.Scale]
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
    var importance = importance(examples);
    for (int step = 0; step < STEPS; step++) {
      if (newton(examples, importance, rows, weights, penalty) < SETTLED) {
        break;
      }
    }
    var trained = new ArrayList<BlurModel.Term>();
    for (int j = 0; j + 1 < n; j++) {
      var t = terms.get(j);
      trained.add(new BlurModel.Term(t.measure(), t.scale(), t.mean(), t.deviation(), weights[j]));
    }
    return new BlurModel(Detail.DEFINITION, trained, weights[n - 1]);
  }

  private static List<BlurModel.Term> terms(List<Example> examples, List<BlurMeasure> inputs) {
    var terms = new ArrayList<BlurModel.Term>();
    for (var measure : inputs) {
      add(terms, examples, measure, BlurModel.Scale.LINEAR);
      if (RATIOS.contains(measure)) {
        add(terms, examples, measure, BlurModel.Scale.LOG);
      }
    }
    return terms;
  }

  private static void add(
      List<BlurModel.Term> terms,
      List<Example> examples,
      BlurMeasure measure,
      BlurModel.Scale scale) {
    double[] values =
        examples.stream().mapToDouble(e -> scale.of(e.measures().value(measure))).toArray();
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double variance = 0;
    for (double v : values) {
      variance += (v - mean) * (v - mean) / values.length;
    }
    if (variance > 1e-24 * mean * mean) {
      terms.add(new BlurModel.Term(measure, scale, mean, Math.sqrt(variance), 0));
    }
  }

  /// What each photo counts: 1 in sum, half for each kind.
  private static double[] importance(List<Example> examples) {
    var sums = new double[2];
    for (var example : examples) {
      sums[example.blurry() ? 1 : 0] += example.weight();
    }
    return examples.stream()
        .mapToDouble(e -> 0.5 * e.weight() / sums[e.blurry() ? 1 : 0])
        .toArray();
  }

  /// One step; returns the largest move.
  private static double newton(
      List<Example> examples,
      double[] importances,
      double[][] rows,
      double[] weights,
      double penalty) {
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
      double error = importances[i] * (chance - (is ? 1 : 0));
      double curvature = importances[i] * chance * (1 - chance);
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

package dev.anmok.core.evaluate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How well predicted scores agree with given ones.
///
/// @param spearmanOrNull rank correlation; null if it is not defined
/// @param pearsonOrNull linear correlation; null if it is not defined
/// @param rmse root of the mean squared error of the predictions
/// @param meanRmse the same if always the mean of the training scores were predicted
/// @param count number of scores
public record PredictionError(
    @Nullable Correlation spearmanOrNull,
    @Nullable Correlation pearsonOrNull,
    double rmse,
    double meanRmse,
    int count) {
  /// Compares them.
  ///
  /// @param means for each score the mean of the scores that its prediction was learnt from
  public static PredictionError of(double[] predicted, double[] means, double[] given) {
    return new PredictionError(
        Correlation.spearman(predicted, given).orElse(null),
        Correlation.pearson(predicted, given).orElse(null),
        rmse(predicted, given),
        rmse(means, given),
        given.length);
  }

  public Optional<Correlation> spearman() {
    return Optional.ofNullable(spearmanOrNull);
  }

  public Optional<Correlation> pearson() {
    return Optional.ofNullable(pearsonOrNull);
  }

  private static double rmse(double[] predicted, double[] given) {
    if (predicted.length != given.length || given.length == 0) {
      throw new IllegalArgumentException(
          "lengths differ or are 0: " + predicted.length + " and " + given.length);
    }
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      sum += (predicted[i] - given[i]) * (predicted[i] - given[i]);
    }
    return Math.sqrt(sum / given.length);
  }
}

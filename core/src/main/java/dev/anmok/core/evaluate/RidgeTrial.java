package dev.anmok.core.evaluate;

import dev.anmok.core.score.RatedVector;
import dev.anmok.core.score.RidgeRegression;
import java.util.ArrayList;
import java.util.List;

/// What ridge regression predicts for rows that it was not fitted on. Rows of one group, such as
/// copies of one photo, never stand on both sides. Which group goes where follows from the SHA-256
/// of its name alone, so that the figures can be repeated.
///
/// @param rows the rows
/// @param lambda strength of shrinkage; 0 chooses it anew on each training part
public record RidgeTrial(List<Row> rows, double lambda) {
  /// A rated vector with the name of its group.
  public record Row(String group, RatedVector rated) {}

  public RidgeTrial {
    rows = List.copyOf(rows);
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda must be 0 or above, was " + lambda);
    }
  }

  /// Predicts each of `count` parts from the others; the errors of all rows together.
  ///
  /// @param count 2 to the number of groups
  public PredictionError folds(int count) {
    return predict(GroupSplit.folds(groups(), count), count);
  }

  /// Predicts a share of the groups from the others.
  ///
  /// @param share above 0 and below 1
  public PredictionError share(double share) {
    return predict(GroupSplit.share(groups(), share), 1);
  }

  private PredictionError predict(int[] parts, int count) {
    var predicted = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    var given = new ArrayList<Double>();
    for (int part = 0; part < count; part++) {
      var training = new ArrayList<RatedVector>();
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] != part) {
          training.add(rows.get(i).rated());
        }
      }
      var ridge = RidgeRegression.of(training);
      var head = ridge.fit(lambda > 0 ? lambda : ridge.bestLambda());
      double mean = training.stream().mapToDouble(RatedVector::score).average().orElseThrow();
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          predicted.add(head.raw(rows.get(i).rated().embedding()));
          means.add(mean);
          given.add(rows.get(i).rated().score());
        }
      }
    }
    return PredictionError.of(array(predicted), array(means), array(given));
  }

  private List<String> groups() {
    return rows.stream().map(Row::group).toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

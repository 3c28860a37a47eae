package dev.anmok.core.evaluate;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.score.RatedVector;
import dev.anmok.core.score.RidgeRegression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    var groups = groups();
    if (count < 2 || count > groups.size()) {
      throw new IllegalArgumentException(
          "folds must be 2.." + groups.size() + " (the number of groups), was " + count);
    }
    var parts = new HashMap<String, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      parts.put(groups.get(i), i % count);
    }
    return predict(parts, count);
  }

  /// Predicts a share of the groups from the others.
  ///
  /// @param share above 0 and below 1
  public PredictionError share(double share) {
    var groups = groups();
    int held = (int) Math.ceil(share * groups.size());
    if (!(share > 0) || held >= groups.size()) {
      throw new IllegalArgumentException(
          "share must be above 0 and leave some of " + groups.size() + " groups, was " + share);
    }
    var parts = new HashMap<String, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      parts.put(groups.get(i), i < held ? 0 : -1);
    }
    return predict(parts, 1);
  }

  private PredictionError predict(Map<String, Integer> parts, int count) {
    var predicted = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    var given = new ArrayList<Double>();
    for (int part = 0; part < count; part++) {
      int held = part;
      var training = rows.stream().filter(row -> part(parts, row) != held).map(Row::rated).toList();
      var ridge = RidgeRegression.of(training);
      var head = ridge.fit(lambda > 0 ? lambda : ridge.bestLambda());
      double mean = training.stream().mapToDouble(RatedVector::score).average().orElseThrow();
      for (var row : rows) {
        if (part(parts, row) == held) {
          predicted.add(head.raw(row.rated().embedding()));
          means.add(mean);
          given.add(row.rated().score());
        }
      }
    }
    return PredictionError.of(array(predicted), array(means), array(given));
  }

  private static int part(Map<String, Integer> parts, Row row) {
    return Objects.requireNonNull(parts.get(row.group()));
  }

  private List<String> groups() {
    return rows.stream()
        .map(Row::group)
        .distinct()
        .sorted(Comparator.comparing(TextDigest::sha256))
        .toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

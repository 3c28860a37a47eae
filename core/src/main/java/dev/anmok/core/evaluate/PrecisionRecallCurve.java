package dev.anmok.core.evaluate;

import java.util.List;
import java.util.Optional;

/// Precision against recall as the threshold falls. Immutable.
///
/// @param points one for each distinct score, from the highest down
public record PrecisionRecallCurve(List<Point> points) {
  /// A threshold's effect.
  ///
  /// @param threshold the lowest score that passes
  /// @param precision wanted among those that pass
  /// @param recall those that pass among the wanted
  public record Point(double threshold, Proportion precision, Proportion recall) {}

  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /// The curve of some scores.
  ///
  /// @throws IllegalArgumentException if all are wanted or none is
  public static PrecisionRecallCurve of(List<LabelledScore> labelled) {
    var steps = ScoreSteps.of(labelled);
    return new PrecisionRecallCurve(
        steps.steps().stream()
            .map(step ->
                new Point(
                    step.score(),
                    new Proportion(step.hits(), step.hits() + step.alarms()),
                    new Proportion(step.hits(), steps.wanted())))
            .toList());
  }

  /// The precision at each step, weighted by the recall gained there: `Σ (r_i - r_(i-1)) p_i`,
  /// without interpolation, as scikit-learn's `average_precision_score`; 0..1.
  public double averagePrecision() {
    double sum = 0;
    double before = 0;
    for (var point : points) {
      double recall = point.recall().share();
      sum += (recall - before) * point.precision().share();
      before = recall;
    }
    return sum;
  }

  /// The point with the largest recall among those with at least this precision, the highest
  /// threshold if several have it; empty if none has.
  public Optional<Point> recallAt(double precision) {
    Point best = null;
    for (var point : points) {
      if (point.precision().share() >= precision
          && (best == null || point.recall().successes() > best.recall().successes())) {
        best = point;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The point with the largest precision among those with at least this recall.
  ///
  /// @param recall 0..1
  public Point precisionAt(double recall) {
    var best = points.getLast();
    for (int i = points.size() - 1; i >= 0 && points.get(i).recall().share() >= recall; i--) {
      if (points.get(i).precision().share() >= best.precision().share()) {
        best = points.get(i);
      }
    }
    return best;
  }
}

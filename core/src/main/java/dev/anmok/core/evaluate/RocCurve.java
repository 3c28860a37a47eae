package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The receiver operating characteristic: which share of the wanted passes at which share of the
/// others, as the threshold falls. Immutable.
public final class RocCurve {
  private final List<Point> points;
  private final Interval area;

  /// A threshold's effect.
  ///
  /// @param threshold the lowest score that passes; infinite for the first point, which passes none
  /// @param falsePositiveRate share of the others that pass, 0..1
  /// @param recall share of the wanted that pass, 0..1
  public record Point(double threshold, double falsePositiveRate, double recall) {}

  private RocCurve(List<Point> points, Interval area) {
    this.points = points;
    this.area = area;
  }

  /// The curve of some scores.
  ///
  /// @throws IllegalArgumentException if all are wanted or none is
  public static RocCurve of(List<LabelledScore> labelled) {
    var steps = ScoreSteps.of(labelled);
    var points = new ArrayList<Point>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    for (var step : steps.steps()) {
      points.add(
          new Point(
              step.score(),
              (double) step.alarms() / steps.others(),
              (double) step.hits() / steps.wanted()));
    }
    return new RocCurve(List.copyOf(points), area(labelled, steps));
  }

  /// From (0, 0) to (1, 1), one point for each distinct score.
  public List<Point> points() {
    return points;
  }

  /// The area under the curve: the chance that a wanted score exceeds another, ties counted half,
  /// with DeLong's interval on the logit scale, which stays within 0..1. Where the variance is 0,
  /// as with perfect separation, the interval is instead that of a share of the smaller kind's
  /// number of trials ([Proportion]): so few photos cannot show that none is ever misranked.
  ///
  /// Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988).
  public Interval area() {
    return area;
  }

  private static Interval area(List<LabelledScore> labelled, ScoreSteps steps) {
    var wanted = scores(labelled, true);
    var others = scores(labelled, false);
    double[] beaten = shares(wanted, others);
    double[] losing = shares(others, wanted);
    double area = mean(beaten);
    double variance = variance(beaten, area) + variance(losing, 1 - area);
    if (!(variance > 0) || area <= 0 || area >= 1) {
      int trials = Math.min(steps.wanted(), steps.others());
      var share = new Proportion(Math.round(area * trials), trials);
      return new Interval(area, Math.min(area, share.low()), Math.max(area, share.high()));
    }
    double logit = Math.log(area / (1 - area));
    double half = Interval.Z * Math.sqrt(variance) / (area * (1 - area));
    return new Interval(area, logistic(logit - half), logistic(logit + half));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] scores(List<LabelledScore> labelled, boolean wanted) {
    return labelled.stream()
        .filter(l -> l.wanted() == wanted)
        .mapToDouble(LabelledScore::score)
        .sorted()
        .toArray();
  }

  /// For each of `from`, the share of `of` that lies below it, ties counted half; both sorted.
  private static double[] shares(double[] from, double[] of) {
    return Arrays.stream(RankedPairs.wins(from, of)).map(wins -> wins / of.length).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /// Of the mean of `values`.
  private static double variance(double[] values, double mean) {
    if (values.length < 2) {
      return 0;
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.length - 1) / values.length;
  }
}

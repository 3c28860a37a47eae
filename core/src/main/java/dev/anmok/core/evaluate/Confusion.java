package dev.anmok.core.evaluate;

import java.util.List;

/// What a threshold makes of labelled scores.
///
/// @param hits wanted that pass
/// @param alarms others that pass
/// @param misses wanted that do not pass
/// @param rejections others that do not pass
public record Confusion(long hits, long alarms, long misses, long rejections) {
  /// Counts; a score passes if it is strictly greater than the threshold.
  public static Confusion at(double threshold, List<LabelledScore> labelled) {
    var counts = new long[4];
    for (var one : labelled) {
      counts[(one.score() > threshold ? 0 : 2) + (one.wanted() ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }

  /// Wanted among those that pass; 1 of no trials if none passes.
  public Proportion precision() {
    return new Proportion(hits, hits + alarms);
  }

  /// Those that pass among the wanted.
  public Proportion recall() {
    return new Proportion(hits, hits + misses);
  }

  /// Those that pass among the others.
  public Proportion falsePositiveRate() {
    return new Proportion(alarms, alarms + rejections);
  }

  /// The harmonic mean of precision and recall, `2 hits / (2 hits + alarms + misses)`, 0..1; 0 if
  /// there is no hit.
  public double f1() {
    return hits == 0 ? 0 : 2.0 * hits / (2 * hits + alarms + misses);
  }

  /// [#f1] with an interval: F1 is `2 s / (1 + s)` of the share `s` of the hits among hits, alarms
  /// and misses, whose Wilson interval is carried over. Source of the share: Hand, Christen and
  /// Kirielle, Machine Learning 110 (2021).
  public Interval f1Interval() {
    var share = new Proportion(hits, hits + alarms + misses);
    return new Interval(f1(), carried(share.low()), carried(share.high()));
  }

  private static double carried(double share) {
    return 2 * share / (1 + share);
  }
}

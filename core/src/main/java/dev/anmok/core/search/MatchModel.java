package dev.anmok.core.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a score is worth in one space, for one kind of query; found on queries whose right answers
/// are known and on queries for things that are not there.
///
/// The evidence of a hit is `intercept + cosine · c + mean · μ + deviation · σ`, where `c` is its
/// cosine and `μ` and `σ` are the [Spread] of the query's cosines over background photos. So where
/// one query's scores lie says nothing by itself; the same cosine is worth more or less by what the
/// query gets from any photo. Evidence is the log-odds of being right (logistic regression).
///
/// The best of `n` photos reaches some evidence by chance. For queries for absent things the best
/// evidence follows a Gumbel distribution with scale `nullScale` around `nullLocation + nullGrowth
/// · √(2 ln n)`, which is how the largest of `n` normal values grows. Source: Gumbel, Statistics of
/// Extremes (1958).
///
/// @param intercept evidence at 0
/// @param cosine evidence for 1 of cosine, above 0
/// @param mean evidence for 1 of the query's mean cosine
/// @param deviation evidence for 1 of the query's standard deviation
/// @param nullLocation mode of the best evidence of absent things, without its growth
/// @param nullGrowth how it grows with the collection, at least 0
/// @param nullScale its scale, above 0
public record MatchModel(
    double intercept,
    double cosine,
    double mean,
    double deviation,
    double nullLocation,
    double nullGrowth,
    double nullScale) {
  public MatchModel {
    if (!(cosine > 0) || !(nullScale > 0) || !(nullGrowth >= 0)) {
      throw new IllegalArgumentException(
          "cosine and null-scale must be above 0 and null-growth at least 0, were %s, %s and %s"
              .formatted(cosine, nullScale, nullGrowth));
    }
  }

  /// Log-odds of a hit of this cosine being right.
  public double evidence(Spread spread, double cosineOfHit) {
    return intercept + cosine * cosineOfHit + mean * spread.mean() + deviation * spread.deviation();
  }

  /// Probability of being right, 0..1.
  public static double probability(double evidence) {
    return 1 / (1 + Math.exp(-evidence));
  }

  /// Probability that the best of some photos reaches this evidence although what was asked for is
  /// not among them, 0..1.
  ///
  /// @param photos number of photos searched
  public double chance(double evidence, long photos) {
    double mode = nullLocation + nullGrowth * growth(photos);
    return -Math.expm1(-Math.exp(-(evidence - mode) / nullScale));
  }

  /// `√(2 ln n)`, with `n` at least 2.
  public static double growth(long photos) {
    return Math.sqrt(2 * Math.log((double) Math.max(2, photos)));
  }

  /// The numbers by name, as files hold them.
  public Map<String, Double> values() {
    var values = new LinkedHashMap<String, Double>();
    values.put("intercept", intercept);
    values.put("cosine", cosine);
    values.put("mean", mean);
    values.put("deviation", deviation);
    values.put("null-location", nullLocation);
    values.put("null-growth", nullGrowth);
    values.put("null-scale", nullScale);
    return values;
  }

  /// The model that some numbers by name make; empty if one is missing.
  ///
  /// @throws IllegalArgumentException if one is out of its range
  public static Optional<MatchModel> of(Map<String, Double> values) {
    var names =
        new String[] {
          "intercept", "cosine", "mean", "deviation", "null-location", "null-growth", "null-scale"
        };
    var v = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      var value = values.get(names[i]);
      if (value == null) {
        return Optional.empty();
      }
      v[i] = value;
    }
    return Optional.of(new MatchModel(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
  }
}

package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;

/// How the cosines of a query spread over photos that it does not look for.
///
/// @param mean their mean, -1..1
/// @param deviation their standard deviation, above 0
public record Spread(double mean, double deviation) {
  /// Standard deviations above the mean that count as a full match where scores are fused.
  public static final double FULL = 5;

  public Spread {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("deviation must be above 0, was " + deviation);
    }
  }

  /// Number of standard deviations that a cosine lies above the mean.
  public double standard(double cosine) {
    return (cosine - mean) / deviation;
  }

  /// The standard score as a share of a full match: 0 at the mean, 1 at [#FULL] deviations.
  public double calibrated(double cosine) {
    return standard(cosine) / FULL;
  }

  /// Tells the spread of queries.
  public interface Of {
    /// The spread of a query over the photos of an index.
    Spread of(Embedding query);
  }
}

package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How somebody's reactions re-rank what they look for: the direction of
///
/// `Σ |worth| · 2^(-age / halfLife) · looks`
///
/// over what they wanted is a [SubQuery.Taste] called [#LIKED], with the rule's weight, and that
/// over what they did not is one called [#DISLIKED], with the weight below 0. Ages are counted from
/// the newest of its side: only their ratios matter to a direction, so a taste stays until newer
/// reactions outweigh it. A side of fewer than `least` reactions says nothing.
///
/// Either moves a hit by at most the weight, so the two of them can exchange hits only whose scores
/// differ by at most three times the weight: a liked one rises or sinks by up to the weight, a
/// disliked one only sinks.
///
/// Source: relevance feedback by means of what is wanted and not, Rocchio, in Salton (ed.), The
/// SMART Retrieval System, 1971, with each side scored by itself; the decay of Ding and Li, Time
/// weight collaborative filtering, CIKM 2005.
///
/// @param weight in full matches by looks ([Share#calibrated]), above 0, at most 1
/// @param halfLife after which a reaction counts half, at least a second
/// @param most reactions that count, the newest, at least 1
/// @param least reactions that a side needs, at least 1
public record TasteRule(double weight, Duration halfLife, int most, int least) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /// How the taste for what was wanted is called.
  public static final String LIKED = "liked";

  /// How the taste against what was not is called.
  public static final String DISLIKED = "disliked";

  /// A fifth of a full match: one standard deviation of a query's cosines ([Spread#FULL]).
  public static final TasteRule DEFAULT = new TasteRule(0.2, Duration.ofDays(30), 200, 3);

  /// Sums shorter than this share of what was added up have no direction worth the name.
  private static final double CANCELLED = 1e-3;

  public TasteRule {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be above 0 and at most 1, was " + weight);
    }
    if (halfLife.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("half-life must be at least a second, was " + halfLife);
    }
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1, was " + most);
    }
    if (least < 1 || least > most) {
      throw new IllegalArgumentException("least must be 1.." + most + ", was " + least);
    }
  }

  /// The tastes of somebody, none to two.
  ///
  /// @param reactions in any order, all of one space
  /// @param unit what a full match by looks adds to a score, above 0
  public List<SubQuery.Taste> tastes(List<Reaction> reactions, double unit) {
    var newest =
        reactions.stream()
            .sorted(Comparator.comparing(Reaction::at).reversed())
            .limit(most)
            .toList();
    var wanted = newest.stream().filter(each -> each.worth() > 0).toList();
    var unwanted = newest.stream().filter(each -> each.worth() < 0).toList();
    var tastes = new ArrayList<SubQuery.Taste>();
    direction(wanted)
        .ifPresent(looks -> tastes.add(new SubQuery.Taste(LIKED, weight * unit, looks)));
    direction(unwanted)
        .ifPresent(looks -> tastes.add(new SubQuery.Taste(DISLIKED, -weight * unit, looks)));
    return tastes;
  }

  private Optional<Embedding> direction(List<Reaction> side) {
    if (side.size() < least) {
      return Optional.empty();
    }
    var newest = side.getFirst().at();
    var space = side.getFirst().looks().space();
    var sum = new double[space.dimension()];
    double total = 0;
    for (var each : side) {
      double share = Math.abs(each.worth()) * decay(each.at(), newest);
      total += share;
      var looks = each.looks().toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * looks[i];
      }
    }
    double square = 0;
    var values = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      square += sum[i] * sum[i];
      values[i] = (float) (sum[i] / total);
    }
    return Math.sqrt(square) < CANCELLED * total
        ? Optional.empty()
        : Optional.of(Embedding.normalize(space, values));
  }

  private double decay(Instant at, Instant newest) {
    return Math.pow(2, -Duration.between(at, newest).toMillis() / (double) halfLife.toMillis());
  }
}

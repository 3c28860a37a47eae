package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What one sub-query says of photos or items: a ranking, and scores of further ones that it did
/// not rank.
final class Ranked {
  private static final Comparator<Scored> BEST_FIRST =
      comparingDouble(Scored::calibrated).reversed().thenComparing(Scored::key);

  private final SubQuery part;
  private final Map<String, Scored> scored = new LinkedHashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  /// @param best in their order; equal scores share a rank
  Ranked(SubQuery part, List<Scored> best) {
    this.part = part;
    int rank = 0;
    double last = Double.NaN;
    for (var each : best) {
      if (each.score() != last) {
        rank = ranks.size() + 1;
        last = each.score();
      }
      scored.put(each.key(), each);
      ranks.put(each.key(), rank);
    }
  }

  /// A ranking of what is put in order by its calibrated score.
  static Ranked sorted(SubQuery part, Collection<Scored> unordered) {
    return new Ranked(part, unordered.stream().sorted(BEST_FIRST).toList());
  }

  SubQuery part() {
    return part;
  }

  Collection<Scored> all() {
    return scored.values();
  }

  /// Adds scores of what is not ranked.
  void add(Collection<Scored> more) {
    more.forEach(each -> scored.putIfAbsent(each.key(), each));
  }

  /// Puts what is known better now in the place of what was known.
  void replace(Collection<Scored> better) {
    better.forEach(each -> scored.replace(each.key(), each));
  }

  boolean knows(String key) {
    return scored.containsKey(key);
  }

  /// Its rank from 1, if it is ranked.
  OptionalInt rank(String key) {
    var rank = ranks.get(key);
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  /// What it had to do with a hit that it added so much to.
  Share share(String key, double added) {
    int rank = rank(key).orElse(0);
    var each = scored.get(key);
    return each == null
        ? new Share(part, rank, 0, 0, added, part.name(), 0, List.of())
        : new Share(
            part,
            rank,
            each.score(),
            each.calibrated(),
            added,
            each.reading(),
            each.coverage(),
            each.matches());
  }

  /// What it adds to the fused score of a photo or an item.
  double adds(String key, Fusion fusion) {
    return switch (fusion) {
      case Fusion.ReciprocalRank(int constant) -> {
        var rank = rank(key);
        yield rank.isEmpty() ? 0 : part.weight() / (constant + rank.getAsInt());
      }
      case Fusion.Weighted() -> {
        var each = scored.get(key);
        double calibrated = each == null ? 0 : each.calibrated();
        yield part.weight() * (part.wanted() ? calibrated : Math.max(0, calibrated));
      }
    };
  }

  /// What it says of a photo or an item, if anything.
  Optional<Scored> find(String key) {
    return Optional.ofNullable(scored.get(key));
  }
}

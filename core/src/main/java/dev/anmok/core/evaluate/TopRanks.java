package dev.anmok.core.evaluate;

import java.util.List;

/// At which rank each of some queries found its right answer, from 1.
public record TopRanks(List<Integer> ranks) {
  public TopRanks {
    ranks = List.copyOf(ranks);
  }

  /// Share of queries whose answer is among the first `k` (top-k accuracy).
  public Proportion within(int k) {
    return new Proportion(ranks.stream().filter(rank -> rank <= k).count(), ranks.size());
  }

  /// By how much more queries are answered among the first `k` than before, as a difference of
  /// shares with an interval from resampling the queries, which are the same in both.
  ///
  /// @throws IllegalArgumentException if these are other queries
  public Interval gain(TopRanks before, int k) {
    if (before.ranks.size() != ranks.size()) {
      throw new IllegalArgumentException(
          "%d queries cannot be compared with %d".formatted(ranks.size(), before.ranks.size()));
    }
    var differences = new double[ranks.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = (ranks.get(i) <= k ? 1 : 0) - (before.ranks.get(i) <= k ? 1 : 0);
    }
    return Bootstrap.mean(differences);
  }
}

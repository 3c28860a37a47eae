package dev.anmok.core.evaluate;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far two searches that were asked the same agree.
///
/// @param queries number of queries
/// @param shared by depth `k` the mean share of the first `k` of one that are among the first `k`
///   of the other, with its interval
/// @param sameFirst queries whose first answers are the same
public record TopOverlap(long queries, Map<Integer, Interval> shared, Proportion sameFirst) {
  public TopOverlap {
    shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
  }

  /// The share at a depth.
  ///
  /// @throws IllegalArgumentException if it was not measured there
  public Interval at(int k) {
    var interval = shared.get(k);
    if (interval == null) {
      throw new IllegalArgumentException("k must be one of " + shared.keySet() + ", was " + k);
    }
    return interval;
  }

  /// What the two found for one query, best first, none twice.
  public record Pair(List<String> one, List<String> other) {
    public Pair {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }

    /// `|A ∩ B| / max(|A|, |B|)` of the first `k` of each, 0..1; 1 where neither found anything.
    double shared(int k) {
      var first = new HashSet<>(one.subList(0, Math.min(k, one.size())));
      var second = other.subList(0, Math.min(k, other.size()));
      int most = Math.max(first.size(), second.size());
      return most == 0 ? 1 : second.stream().filter(first::contains).count() / (double) most;
    }
  }

  /// The agreement over some queries.
  ///
  /// @param depths at which it is measured, in the order of the answer
  public static TopOverlap of(List<Pair> pairs, List<Integer> depths) {
    var shared = new LinkedHashMap<Integer, Interval>();
    for (int k : depths) {
      shared.put(k, Bootstrap.mean(pairs.stream().mapToDouble(pair -> pair.shared(k)).toArray()));
    }
    long same = pairs.stream().filter(pair -> pair.shared(1) == 1).count();
    return new TopOverlap(pairs.size(), shared, new Proportion(same, pairs.size()));
  }
}

package dev.anmok.core.evaluate;

import dev.anmok.core.search.MatchStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one query found, beside what it should have found.
///
/// @param language of the query, for example `ko`
/// @param hits what was found, best first
/// @param relevant grades of everything that is right, found or not, the highest first, each above
///   0; none if nothing in the collection fits
public record RankedAnswer(String language, List<GradedHit> hits, List<Double> relevant) {
  /// A hit with its worth.
  ///
  /// @param grade 0 if it is wrong, else how right it is
  /// @param strength what was said of it
  public record GradedHit(double grade, MatchStrength strength) {
    public boolean right() {
      return grade > 0;
    }
  }

  public RankedAnswer {
    hits = List.copyOf(hits);
    var sorted = new ArrayList<>(relevant);
    sorted.sort((a, b) -> Double.compare(b, a));
    relevant = List.copyOf(sorted);
    if (!relevant.isEmpty() && !(relevant.getLast() > 0)) {
      throw new IllegalArgumentException("grades must be above 0, one was " + relevant.getLast());
    }
  }

  /// Grades a ranking.
  ///
  /// @param ids what was found, best first, none twice
  /// @param strengths what was said of each
  /// @param grades what is right, with its grade above 0
  public static RankedAnswer of(
      String language,
      List<String> ids,
      List<MatchStrength> strengths,
      Map<String, Double> grades) {
    var hits = new ArrayList<GradedHit>();
    for (int i = 0; i < ids.size(); i++) {
      hits.add(new GradedHit(grades.getOrDefault(ids.get(i), 0.0), strengths.get(i)));
    }
    return new RankedAnswer(language, hits, List.copyOf(grades.values()));
  }

  /// Whether the collection has nothing that fits.
  public boolean absent() {
    return relevant.isEmpty();
  }

  /// Whether none of the hits is more than weak.
  public boolean refused() {
    return hits.stream().allMatch(hit -> hit.strength() == MatchStrength.WEAK);
  }

  /// Number of right ones among the first `k`.
  long right(int k) {
    return hits.stream().limit(k).filter(GradedHit::right).count();
  }

  /// Share of all that is right that is among the first `k`, 0..1.
  double recall(int k) {
    return right(k) / (double) relevant.size();
  }

  /// One over the rank of the first right one, from 1; 0 if none was found.
  double reciprocalRank() {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).right()) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /// Discounted cumulative gain of the first `k` over the best possible one, 0..1: `Σ grade /
  /// log2(rank + 1)`. Source: Järvelin and Kekäläinen, ACM TOIS 20 (2002), with the discount of
  /// Burges and others, as scikit-learn's `ndcg_score` has it.
  double discountedGain(int k) {
    double found = 0;
    double best = 0;
    for (int i = 0; i < k; i++) {
      double discount = Math.log(2) / Math.log(i + 2);
      found += i < hits.size() ? hits.get(i).grade() * discount : 0;
      best += i < relevant.size() ? relevant.get(i) * discount : 0;
    }
    return found / best;
  }
}

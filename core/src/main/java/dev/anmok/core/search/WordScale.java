package dev.anmok.core.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes BM25 scores comparable with other sub-queries: the best photo counts by how much of the
/// query it covers, and the others by their score as a share of the best one's. Coverage alone says
/// nothing between a title and a sentence of a description that hold the same words; BM25 alone
/// says nothing about how much of a query is missing.
final class WordScale {
  private final Map<String, TextHit> best = new HashMap<>();

  /// Takes the best hit of a sub-query as its measure, unless it has one.
  ///
  /// @param found best first
  void measure(SubQuery.ByWords part, List<TextHit> found) {
    if (!found.isEmpty()) {
      best.putIfAbsent(part.name(), found.getFirst());
    }
  }

  /// A hit's score on the common scale: 0 for no match, 1 for the best hit if it covers the query.
  double calibrated(SubQuery.ByWords part, TextHit found) {
    var top = best.getOrDefault(part.name(), found);
    return top.coverage() * found.hit().score() / top.hit().score();
  }
}

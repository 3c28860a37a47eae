package dev.anmok.core.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes BM25 scores comparable with other sub-queries: the best photo counts by how much of the
/// query it covers, and the others by their score as a share of the best one's. Coverage alone says
/// nothing between a title and a sentence of a description that hold the same words; BM25 alone
/// says nothing about how much of a query is missing.
final class WordScale {
  private final PhotoIndex index;
  private final Map<String, TextHit> best = new HashMap<>();

  WordScale(PhotoIndex index) {
    this.index = index;
  }

  /// Takes the best hit of a sub-query as its measure, unless it has one.
  ///
  /// @param found best first
  void measure(SubQuery.ByWords part, List<Hit> found) throws IOException {
    if (!found.isEmpty() && !best.containsKey(part.name())) {
      var explained = index.explain(part.text(), found.subList(0, 1));
      if (!explained.isEmpty()) {
        best.put(part.name(), explained.getFirst());
      }
    }
  }

  /// A hit's score on the common scale: 0 for no match, 1 for the best hit if it covers the query.
  double calibrated(SubQuery.ByWords part, Hit found) {
    var top = best.get(part.name());
    return top == null ? 0 : top.coverage() * found.score() / top.hit().score();
  }

  /// What words say of photos or items, with the words that their best photos hold.
  List<Scored> explained(SubQuery.ByWords part, Collection<Scored> found) throws IOException {
    var byPhoto = new HashMap<String, @Nullable TextHit>();
    for (var hit : index.explain(part.text(), found.stream().map(Scored::best).toList())) {
      byPhoto.put(hit.hit().uri(), hit);
    }
    return found.stream().map(each -> with(byPhoto.get(each.best().uri()), each)).toList();
  }

  private static Scored with(@Nullable TextHit words, Scored each) {
    return words == null ? each : each.explained(words);
  }
}

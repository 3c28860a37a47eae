package dev.anmok.opensearch;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.TextQuery;
import dev.anmok.opensearch.Searches.Scoring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Finds photos by words.
record WordSearch(Searches searches, Plans plans) {
  List<Hit> search(TextQuery query) throws IOException {
    var plan = plans.of(query.text()).plan();
    if (plan.asked().isEmpty()) {
      return List.of();
    }
    var filters = FilterQuery.of(query.scope(), query.filter());
    return searches.hits(WordQuery.of(plan, filters), query.k(), Scoring.WORDS);
  }

  /// Those of some photos that match, however many there are.
  List<Hit> score(TextQuery query, Collection<String> uris) throws IOException {
    var plan = plans.of(query.text()).plan();
    if (plan.asked().isEmpty()) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    for (var some : Searches.chunks(uris)) {
      var filters = FilterQuery.of(query.scope(), query.filter()).add(PhotoDocument.ids(some));
      hits.addAll(searches.hits(WordQuery.of(plan, filters), some.size(), Scoring.WORDS));
    }
    hits.sort(Searches.BEST_FIRST);
    return hits;
  }
}

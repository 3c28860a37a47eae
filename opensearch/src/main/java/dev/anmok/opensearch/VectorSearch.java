package dev.anmok.opensearch;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.opensearch.Searches.Scoring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds photos by vector. The cluster scores by `(1 + cosine) / 2` in single precision, the same
/// whichever way a photo was found, so equal photos tie.
///
/// @param searches where to ask
/// @param method how near vectors are found
record VectorSearch(Searches searches, VectorMethod method) {
  /// Candidates of a walk through the graph for each hit, and at least.
  private static final int BREADTH = 2;

  private static final int LEAST_BREADTH = 400;

  /// Photos compared exactly for each hit where the graph is walked by a few bits.
  private static final int AGAIN = 4;

  /// Photos of each item that are read at once. Reading all is cheaper than having the cluster
  /// group them, as long as they are few.
  private static final int PHOTOS_OF_AN_ITEM = 10;

  /// The nearest of all photos in scope.
  List<Hit> exact(VectorQuery query) throws IOException {
    var filters = FilterQuery.of(query.scope(), query.filter());
    return searches.hits(compared(query.vector(), filters), query.k(), Scoring.COSINE);
  }

  /// Photos that a walk through the graph finds; of quantised ones more are found and compared
  /// again.
  List<Hit> approximate(VectorQuery query) throws IOException {
    if (!method.quantized()) {
      return searches.hits(near(query, query.k()), query.k(), Scoring.COSINE);
    }
    int more = Math.min(VectorQuery.MAX_K, query.k() * AGAIN);
    var again = Json.array().add(near(query, more));
    return searches.hits(compared(query.vector(), again), query.k(), Scoring.COSINE);
  }

  /// The best photos in scope of some items, [ItemHit#TOP] of each.
  List<Hit> ofItems(Embedding vector, Set<String> items, Scope scope) throws IOException {
    var hits = new ArrayList<Hit>();
    for (var some : Searches.chunks(items)) {
      addBest(vector, new HashSet<>(some), scope, hits);
    }
    hits.sort(Searches.BEST_FIRST);
    return hits;
  }

  /// Photos of all items come best first. Of most items all of them come in the first portion; of
  /// the others, that have more, the next portion leaves out those whose best are known by then.
  private void addBest(Embedding vector, Set<String> items, Scope scope, List<Hit> hits)
      throws IOException {
    var read = new HashMap<String, Integer>();
    var page = Searches.Hits.NONE;
    int size;
    do {
      var filters = FilterQuery.of(scope, Filter.none());
      filters.add(FilterQuery.terms(PhotoDocument.ITEM, items.stream().map(Json::node).toList()));
      size = Math.min(Searches.PAGE, items.size() * PHOTOS_OF_AN_ITEM);
      page = searches.page(compared(vector, filters), size, Scoring.COSINE, page.last());
      for (var hit : page.hits()) {
        if (read.merge(hit.item(), 1, Integer::sum) <= ItemHit.TOP) {
          hits.add(hit);
        }
      }
      items.removeIf(item -> read.getOrDefault(item, 0) >= ItemHit.TOP);
    } while (page.hits().size() == size && !items.isEmpty());
  }

  /// Cosines of some photos, by URI.
  Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException {
    var cosines = new HashMap<String, Float>();
    for (var some : Searches.chunks(uris)) {
      var query = compared(vector, Json.array().add(PhotoDocument.ids(some)));
      cosines.putAll(searches.scores(query, some.size(), Scoring.COSINE));
    }
    return cosines;
  }

  private static ObjectNode compared(Embedding vector, ArrayNode filters) {
    var query = Json.object();
    var scored = query.putObject("script_score");
    scored.putObject("query").putObject("bool").set("filter", filters);
    var parameters =
        scored
            .putObject("script")
            .put("lang", "knn")
            .put("source", "knn_score")
            .putObject("params");
    parameters.put("field", PhotoDocument.VECTOR).put("space_type", VectorMethod.SPACE);
    parameters.set("query_value", values(vector));
    return query;
  }

  private ObjectNode near(VectorQuery query, int k) {
    var node = Json.object();
    var near = node.putObject("knn").putObject(PhotoDocument.VECTOR).put("k", k);
    near.set("vector", values(query.vector()));
    near.putObject("method_parameters")
        .put("ef_search", Math.min(VectorQuery.MAX_K, Math.max(LEAST_BREADTH, k * BREADTH)));
    // Only photos have vectors: without a filter no list of them need be made first.
    if (query.scope() != Scope.ALL || !query.filter().isNone()) {
      near.putObject("filter")
          .putObject("bool")
          .set("filter", FilterQuery.of(query.scope(), query.filter()));
    }
    return node;
  }

  private static ArrayNode values(Embedding vector) {
    var values = Json.array();
    for (float value : vector.toArray()) {
      values.add(value);
    }
    return values;
  }
}

package dev.anmok.opensearch;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  /// The nearest of all photos in scope.
  List<Hit> exact(VectorQuery query) throws IOException {
    var filters = FilterQuery.of(query.scope(), query.filter());
    return searches.hits(compared(query.vector(), filters), query.k(), VectorSearch::cosine);
  }

  /// Photos that a walk through the graph finds; of quantised ones more are found and compared
  /// again.
  List<Hit> approximate(VectorQuery query) throws IOException {
    if (!method.quantized()) {
      return searches.hits(near(query, query.k()), query.k(), VectorSearch::cosine);
    }
    int more = Math.min(VectorQuery.MAX_K, query.k() * AGAIN);
    var found = searches.scores(near(query, more), more, VectorSearch::cosine).keySet();
    var again = Json.array().add(PhotoDocument.ids(found));
    return searches.hits(compared(query.vector(), again), query.k(), VectorSearch::cosine);
  }

  /// All photos in scope of some items.
  List<Hit> ofItems(Embedding vector, Set<String> items, Scope scope) throws IOException {
    var hits = new ArrayList<Hit>();
    for (var some : Searches.chunks(items)) {
      var filters = FilterQuery.of(scope, Filter.none());
      filters.add(FilterQuery.terms(PhotoDocument.ITEM, some.stream().map(Json::node).toList()));
      hits.addAll(searches.allHits(compared(vector, filters), VectorSearch::cosine));
    }
    hits.sort(Searches.BEST_FIRST);
    return hits;
  }

  /// Cosines of some photos, by URI.
  Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException {
    var cosines = new HashMap<String, Float>();
    for (var some : Searches.chunks(uris)) {
      var query = compared(vector, Json.array().add(PhotoDocument.ids(some)));
      cosines.putAll(searches.scores(query, some.size(), VectorSearch::cosine));
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
    near.putObject("filter")
        .putObject("bool")
        .set("filter", FilterQuery.of(query.scope(), query.filter()));
    return node;
  }

  private static ArrayNode values(Embedding vector) {
    var values = Json.array();
    for (float value : vector.toArray()) {
      values.add(value);
    }
    return values;
  }

  private static float cosine(float score) {
    return 2 * score - 1;
  }
}

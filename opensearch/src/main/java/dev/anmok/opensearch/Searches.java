package dev.anmok.opensearch;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks an index and reads its hits, best first and equal scores in order of URI. An answer that
/// lacks a shard is an error and no shorter list. Most of what a search costs are its hits, so no
/// more is read of them than is asked for: not even their ids, which lie in compressed blocks.
///
/// @param cluster whom to ask
/// @param index an index or alias
record Searches(Cluster cluster, String index) {
  static final Comparator<Hit> BEST_FIRST =
      comparingDouble(Hit::score).reversed().thenComparing(Hit::uri);

  /// Hits that one answer may have, and values that a filter may list.
  static final int PAGE = 10_000;

  /// What hits are scored by.
  enum Scoring {
    /// By vectors: `(1 + cosine) / 2`, which no other photo has a part in.
    COSINE("query_then_fetch") {
      @Override
      float of(float score) {
        return 2 * score - 1;
      }
    },
    /// By words: BM25 with the document frequencies of all shards, which are asked for first.
    WORDS("dfs_query_then_fetch") {
      @Override
      float of(float score) {
        return score;
      }
    };

    private final String searchType;

    Scoring(String searchType) {
      this.searchType = searchType;
    }

    /// Makes a score of the cluster one of ours.
    abstract float of(float score);
  }

  /// The answer to a request.
  JsonNode ask(ObjectNode request) throws IOException {
    return cluster.send(
        "POST", "/" + index + "/_search?allow_partial_search_results=false", request);
  }

  /// The best `k` hits, with what is known of them.
  List<Hit> hits(ObjectNode query, int k, Scoring scoring) throws IOException {
    return page(query, k, scoring, null).hits;
  }

  /// The scores of the best `k` hits, by URI, best first.
  Map<String, Float> scores(ObjectNode query, int k, Scoring scoring) throws IOException {
    var scores = new LinkedHashMap<String, Float>();
    for (var hit : ranked(query, k, scoring, List.of(), null)) {
      scores.put(uri(hit), scoring.of(score(hit)));
    }
    return scores;
  }

  /// Those of some photos that pass a filter.
  Set<String> passing(ObjectNode filter, Collection<String> uris) throws IOException {
    var passing = new HashSet<String>();
    for (var some : chunks(uris)) {
      var request = columnsOnly(some.size());
      request.set("query", FilterQuery.bool(List.of(PhotoDocument.ids(some), filter), List.of()));
      request.putArray("docvalue_fields").add(PhotoDocument.URI);
      for (var hit : ask(request).path("hits").path("hits")) {
        passing.add(text(hit.path("fields"), PhotoDocument.URI));
      }
    }
    return passing;
  }

  /// Number of documents that pass all of some filters.
  long count(ArrayNode filters) throws IOException {
    return count(filters, Json.node(true));
  }

  /// Whether more than some documents pass all of some filters; these are not counted to the end.
  boolean more(ArrayNode filters, int than) throws IOException {
    return count(filters, Json.node(than + 1L)) > than;
  }

  private long count(ArrayNode filters, JsonNode upTo) throws IOException {
    var request = Json.object().put("size", 0);
    request.set("track_total_hits", upTo);
    request.putObject("query").putObject("bool").set("filter", filters);
    return ask(request).path("hits").path("total").path("value").asLong();
  }

  /// A request for hits of which nothing is read but columns.
  static ObjectNode columnsOnly(int size) {
    return Json.object()
        .put("size", size)
        .put("_source", false)
        .put("stored_fields", "_none_")
        .put("track_total_hits", false);
  }

  /// Parts of a collection small enough for one request, each value once.
  static List<List<String>> chunks(Collection<String> values) {
    var distinct = values.stream().distinct().toList();
    var chunks = new ArrayList<List<String>>();
    for (int from = 0; from < distinct.size(); from += PAGE) {
      chunks.add(distinct.subList(from, Math.min(distinct.size(), from + PAGE)));
    }
    return chunks;
  }

  /// Some hits in their order.
  ///
  /// @param last where the next ones begin, if there are any
  record Hits(List<Hit> hits, @Nullable JsonNode last) {
    /// Before the first.
    static final Hits NONE = new Hits(List.of(), null);
  }

  /// The best `k` hits after some others.
  ///
  /// @param after where these end, null for the first
  Hits page(ObjectNode query, int k, Scoring scoring, @Nullable JsonNode after) throws IOException {
    var hits = new ArrayList<Hit>();
    JsonNode last = null;
    for (var hit : ranked(query, k, scoring, PhotoDocument.SHOWN, after)) {
      var fields = hit.path("fields");
      hits.add(
          new Hit(
              uri(hit),
              text(fields, PhotoDocument.SHA256),
              text(fields, PhotoDocument.ITEM),
              text(fields, PhotoDocument.TITLE),
              scoring.of(score(hit))));
      last = hit.path("sort");
    }
    return new Hits(hits, last);
  }

  private JsonNode ranked(
      ObjectNode query, int k, Scoring scoring, List<String> fields, @Nullable JsonNode after)
      throws IOException {
    var request = columnsOnly(k);
    request.set("query", query);
    var sort = request.putArray("sort").add("_score");
    sort.addObject().put(PhotoDocument.URI, "asc");
    var read = request.putArray("docvalue_fields");
    fields.forEach(read::add);
    if (after != null) {
      request.set("search_after", after);
    }
    var path =
        "/"
            + index
            + "/_search?search_type="
            + scoring.searchType
            + "&allow_partial_search_results=false"
            + "&filter_path=hits.hits.sort,hits.hits.fields";
    return cluster.send("POST", path, request).path("hits").path("hits");
  }

  private static float score(JsonNode hit) {
    return (float) hit.path("sort").path(0).doubleValue();
  }

  private static String uri(JsonNode hit) {
    return hit.path("sort").path(1).asString("");
  }

  static String text(JsonNode fields, String name) {
    return fields.path(name).path(0).asString("");
  }
}

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
/// lacks a shard is an error and no shorter list. Document frequencies are those of all shards.
///
/// @param cluster whom to ask
/// @param index an index or alias
record Searches(Cluster cluster, String index) {
  static final Comparator<Hit> BEST_FIRST =
      comparingDouble(Hit::score).reversed().thenComparing(Hit::uri);

  /// Hits that one answer may have, and values that a filter may list.
  private static final int PAGE = 10_000;

  /// Makes a score of the cluster one of ours.
  interface Scale {
    /// A score that needs no change.
    Scale SAME = score -> score;

    float of(float score);
  }

  /// The answer to a request.
  JsonNode ask(ObjectNode request) throws IOException {
    return cluster.send(
        "POST", "/" + index + "/_search?allow_partial_search_results=false", request);
  }

  /// The best `k` hits, with what is known of them.
  List<Hit> hits(ObjectNode query, int k, Scale scale) throws IOException {
    return page(query, k, scale, null).hits;
  }

  /// All hits, however many there are.
  List<Hit> allHits(ObjectNode query, Scale scale) throws IOException {
    var page = page(query, PAGE, scale, null);
    var hits = new ArrayList<>(page.hits);
    while (page.hits.size() == PAGE) {
      page = page(query, PAGE, scale, page.last);
      hits.addAll(page.hits);
    }
    return hits;
  }

  /// The scores of the best `k` hits, by URI, best first.
  Map<String, Float> scores(ObjectNode query, int k, Scale scale) throws IOException {
    var scores = new LinkedHashMap<String, Float>();
    for (var hit : ranked(query, k, List.of(), null)) {
      scores.put(uri(hit), scale.of(score(hit)));
    }
    return scores;
  }

  /// Those of some photos that pass a filter.
  Set<String> passing(ObjectNode filter, Collection<String> uris) throws IOException {
    var passing = new HashSet<String>();
    for (var some : chunks(uris)) {
      var request = Json.object().put("size", some.size()).put("_source", false);
      request.put("track_total_hits", false);
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
    var request = Json.object().put("size", 0).put("track_total_hits", true);
    request.putObject("query").putObject("bool").set("filter", filters);
    return ask(request).path("hits").path("total").path("value").asLong();
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

  private record Hits(List<Hit> hits, @Nullable JsonNode last) {}

  private Hits page(ObjectNode query, int k, Scale scale, @Nullable JsonNode after)
      throws IOException {
    var hits = new ArrayList<Hit>();
    JsonNode last = null;
    for (var hit : ranked(query, k, PhotoDocument.SHOWN, after)) {
      var fields = hit.path("fields");
      hits.add(
          new Hit(
              uri(hit),
              text(fields, PhotoDocument.SHA256),
              text(fields, PhotoDocument.ITEM),
              text(fields, PhotoDocument.TITLE),
              scale.of(score(hit))));
      last = hit.path("sort");
    }
    return new Hits(hits, last);
  }

  private JsonNode ranked(ObjectNode query, int k, List<String> fields, @Nullable JsonNode after)
      throws IOException {
    var request = Json.object().put("size", k).put("_source", false).put("track_total_hits", false);
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
            + "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false"
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

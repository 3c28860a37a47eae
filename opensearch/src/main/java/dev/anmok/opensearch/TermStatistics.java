package dev.anmok.opensearch;

import dev.anmok.words.TermFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Tells how many documents hold some terms, by asking each shard for what it knows of a text made
/// of these terms: a look into the dictionary for each term, and no search. Deleted documents count
/// until their part of the index is rewritten, as they do for scores. Thread-safe.
final class TermStatistics {
  /// Forms near another that a shard tells of.
  private static final int MOST_NEAR = 200;

  /// Routings that are tried for each shard at most: one in `e^50` times that is too few.
  private static final int TRIES = 50;

  private final Searches searches;
  private final List<String> routings;

  private TermStatistics(Searches searches, List<String> routings) {
    this.searches = searches;
    this.routings = routings;
  }

  /// Finds out how to reach every shard.
  ///
  /// @throws IOException if the alias takes another index of fewer shards meanwhile
  static TermStatistics open(Searches searches) throws IOException {
    int shards = shards(searches, "").size();
    if (shards == 1) {
      return new TermStatistics(searches, List.of("0"));
    }
    var byShard = new TreeMap<Integer, String>();
    for (int i = 0; i < TRIES * shards && byShard.size() < shards; i++) {
      var routing = Integer.toString(i);
      var found = shards(searches, "?routing=" + routing);
      byShard.putIfAbsent(found.path(0).path(0).path("shard").asInt(), routing);
    }
    if (byShard.size() < shards) {
      throw new IOException(
          "%s: %d of the %d shards of %s were not found; it was changed meanwhile, search again"
              .formatted(
                  searches.cluster().name(), shards - byShard.size(), shards, searches.index()));
    }
    return new TermStatistics(searches, List.copyOf(byShard.values()));
  }

  /// The same as long as the index, or the one that took its alias, has as many shards: which of
  /// them a routing leads to depends on their number alone.
  TermStatistics current() throws IOException {
    return shards(searches, "").size() == routings.size() ? this : open(searches);
  }

  private static JsonNode shards(Searches searches, String query) throws IOException {
    var path = "/" + searches.index() + "/_search_shards" + query;
    return searches.cluster().send("GET", path).path("shards");
  }

  /// Numbers of documents.
  ///
  /// @param documents those that have words
  /// @param of those with a term, by term; terms that do not occur may be missing
  record Counts(int documents, Map<ClusterTerms.Term, Integer> of) {}

  Counts of(Collection<ClusterTerms.Term> terms) throws IOException {
    var request = Json.object();
    var asked = request.putArray("docs");
    for (var routing : routings) {
      asked.add(question(terms, routing));
    }
    var counts = new HashMap<ClusterTerms.Term, Integer>();
    int documents = 0;
    for (var shard : searches.cluster().send("POST", "/_mtermvectors", request).path("docs")) {
      if (shard.has("error")) {
        throw new IOException(
            "%s: the terms of %s cannot be read: %s"
                .formatted(
                    searches.cluster().name(),
                    searches.index(),
                    shard.path("error").path("reason").asString("")));
      }
      for (var field : shard.path("term_vectors").properties()) {
        if (field.getKey().equals(TermFields.WORDS)) {
          documents += field.getValue().path("field_statistics").path("doc_count").asInt();
        }
        for (var term : field.getValue().path("terms").properties()) {
          counts.merge(
              new ClusterTerms.Term(field.getKey(), term.getKey()),
              term.getValue().path("doc_freq").asInt(0),
              Integer::sum);
        }
      }
    }
    return new Counts(documents, counts);
  }

  /// The forms one letter away from each of some others, in no order that counts.
  List<List<ClusterTerms.Near>> near(String field, List<String> forms) throws IOException {
    var request = Json.object().put("size", 0);
    var suggest = request.putObject("suggest");
    for (int i = 0; i < forms.size(); i++) {
      var one = suggest.putObject(Integer.toString(i));
      one.put("text", forms.get(i))
          .putObject("term")
          .put("field", field)
          .put("analyzer", TextFields.LISTED)
          .put("suggest_mode", "always")
          .put("max_edits", 1)
          .put("prefix_length", 0)
          .put("min_word_length", 1)
          .put("accuracy", 0)
          .put("size", MOST_NEAR)
          .put("max_inspections", 10)
          .put("sort", "frequency");
    }
    var answer = searches.ask(request).path("suggest");
    var near = new ArrayList<List<ClusterTerms.Near>>();
    for (int i = 0; i < forms.size(); i++) {
      var options = new ArrayList<ClusterTerms.Near>();
      for (var option : answer.path(Integer.toString(i)).path(0).path("options")) {
        options.add(
            new ClusterTerms.Near(option.path("text").asString(""), option.path("freq").asInt()));
      }
      near.add(options);
    }
    return near;
  }

  private JsonNode question(Collection<ClusterTerms.Term> terms, String routing) {
    var question =
        Json.object()
            .put("_index", searches.index())
            .put("routing", routing)
            .put("term_statistics", true)
            .put("field_statistics", true)
            .put("positions", false)
            .put("offsets", false)
            .put("payloads", false);
    var document = question.putObject("doc");
    // The field of words tells the number of documents, asked for or not.
    var texts =
        new HashMap<String, StringBuilder>(Map.of(TermFields.WORDS, new StringBuilder("a")));
    for (var term : terms) {
      var text = texts.computeIfAbsent(term.field(), _ -> new StringBuilder());
      text.append(text.isEmpty() ? "" : " ").append(term.text());
    }
    texts.forEach((field, text) -> document.put(field, text.toString()));
    var fields = question.putArray("fields");
    texts.keySet().forEach(fields::add);
    return question;
  }
}

package dev.anmok.opensearch;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.TextHit;
import dev.anmok.words.HitReading;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tells for hits which words of the query they were found by, and where, from the terms that their
/// documents were indexed with.
///
/// @param searches where the documents are
/// @param planned what was asked for
record WordMatches(Searches searches, ClusterTerms.Planned planned) {
  /// Documents that are read at a time, since texts may be long.
  private static final int BATCH = 100;

  /// The hits in the order given, without those that are gone.
  List<TextHit> explain(List<Hit> hits) throws IOException {
    Map<String, Hit> byUri = new HashMap<>();
    hits.forEach(hit -> byUri.put(hit.uri(), hit));
    Map<String, TextHit> explained = new HashMap<>();
    var uris = List.copyOf(byUri.keySet());
    for (int from = 0; from < uris.size(); from += BATCH) {
      explain(uris.subList(from, Math.min(uris.size(), from + BATCH)), byUri, explained);
    }
    return hits.stream().map(hit -> explained.get(hit.uri())).filter(Objects::nonNull).toList();
  }

  private void explain(List<String> uris, Map<String, Hit> byUri, Map<String, TextHit> explained)
      throws IOException {
    var request = Json.object().put("size", uris.size()).put("track_total_hits", false);
    request.set("query", PhotoDocument.ids(uris));
    var source = request.putArray("_source").add(PhotoDocument.URI);
    TextFields.NAMES.forEach(source::add);
    for (var found : searches.ask(request).path("hits").path("hits")) {
      var document = found.path("_source");
      var hit = byUri.get(document.path(PhotoDocument.URI).asString(""));
      if (hit != null) {
        var reading = new HitReading(new HeldTerms(document), planned.terms());
        double coverage = reading.coverage(planned.plan().asked());
        explained.put(hit.uri(), new TextHit(hit, coverage, reading.matches()));
      }
    }
  }
}

package dev.anmok.lucene;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.TextHit;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.words.HitReading;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// Tells for hits which words of the query they were found by, and where.
///
/// @param plan what was asked for
record WordMatches(IndexSearcher searcher, Plan plan) {
  /// The hits in the order given, without those that are gone.
  List<TextHit> explain(List<Hit> hits) throws IOException {
    Map<String, Hit> byUri = new HashMap<>();
    hits.forEach(hit -> byUri.put(hit.uri(), hit));
    var uris = byUri.keySet().stream().map(BytesRef::new).toList();
    var documents = TermLookup.documents(searcher, PhotoFields.URI, uris, Scope.ALL);
    var presence = new TermPresence(searcher, documents);
    var terms = new IndexTerms(searcher);
    Map<String, TextHit> explained = new HashMap<>();
    for (var part : DocumentRange.split(searcher, documents)) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        var hit = Objects.requireNonNull(byUri.get(columns.uri(documents[i] - part.base())));
        int place = i;
        var reading = new HitReading((field, term) -> presence.of(place, field, term), terms);
        double coverage = reading.coverage(plan.asked());
        explained.put(hit.uri(), new TextHit(hit, coverage, reading.matches()));
      }
    }
    return hits.stream().map(hit -> explained.get(hit.uri())).filter(Objects::nonNull).toList();
  }
}

package dev.anmok.lucene;

import dev.anmok.core.search.TextHit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;

/// Tells for hits which words of the query they were found by, and where.
///
/// @param plan what was asked for
record WordMatches(IndexSearcher searcher, List<Asked> plan) {
  /// The hits in the order given.
  List<TextHit> explain(int[] documents, float[] scores) throws IOException {
    var rising =
        IntStream.range(0, documents.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(documents[a], documents[b]))
            .mapToInt(rank -> rank)
            .toArray();
    var sorted = Arrays.stream(rising).map(rank -> documents[rank]).toArray();
    var presence = new TermPresence(searcher, sorted);
    var counts = new TermCounts(searcher.getIndexReader());
    var hits = new TextHit[documents.length];
    for (var part : DocumentRange.split(searcher, sorted)) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        var hit = columns.hit(sorted[i] - part.base(), scores[rising[i]]);
        var reading = new HitReading(presence, counts, i);
        hits[rising[i]] = new TextHit(hit, reading.coverage(plan), reading.matches());
      }
    }
    return List.of(hits);
  }
}

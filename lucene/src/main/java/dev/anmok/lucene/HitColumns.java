package dev.anmok.lucene;

import dev.anmok.core.search.Hit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;

/// Reads hits from the columns of an index.
final class HitColumns {
  private HitColumns() {}

  /// The hits of some documents, in the order given.
  static List<Hit> hits(IndexSearcher searcher, int[] documents, float[] scores)
      throws IOException {
    var rising =
        IntStream.range(0, documents.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(documents[a], documents[b]))
            .mapToInt(rank -> rank)
            .toArray();
    var sorted = Arrays.stream(rising).map(rank -> documents[rank]).toArray();
    var hits = new Hit[documents.length];
    for (var part : DocumentRange.split(searcher, sorted)) {
      var columns = new PhotoFields.Columns(part.segment());
      for (int i = part.from(); i < part.to(); i++) {
        hits[rising[i]] = columns.hit(sorted[i] - part.base(), scores[rising[i]]);
      }
    }
    return List.of(hits);
  }
}

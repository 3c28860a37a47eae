package dev.anmok.lucene;

import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;

/// Finds photos by the HNSW graph, and those that were kept out of it ([Crowds]) by comparing them
/// all.
final class GraphSearch {
  /// Photos that a search keeps in view: recall grows with it, and so does the time.
  private static final int BEAM = 200;

  private static final int BEAM_PER_HIT = 2;

  private final ExactScan scan;

  GraphSearch(ExactScan scan) {
    this.scan = scan;
  }

  /// Documents among which the best `k` are looked for, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    int beam = Math.max(BEAM, BEAM_PER_HIT * query.k());
    var knn =
        new KnnFloatVectorQuery(
            PhotoFields.VECTOR, query.vector().toArray(), beam, InScope.filter(query.scope()));
    var linked = Arrays.stream(searcher.search(knn, beam).scoreDocs).mapToInt(hit -> hit.doc);
    var crowded = scan.candidates(searcher, query, List.of(PhotoFields.CROWDED));
    return IntStream.concat(linked, Arrays.stream(crowded)).sorted().toArray();
  }
}

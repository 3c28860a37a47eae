package dev.anmok.lucene;

import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/// Finds photos by the HNSW graph, and those that were kept out of it ([Crowds]) by comparing them
/// all.
///
/// Where a filter lets less than [#FILTERED_BELOW] of a segment through, the walk steps over photos
/// that do not pass to their neighbours, as in Patel et al., "ACORN", SIGMOD 2024. A walk that
/// compared as many photos as pass, or found fewer than it holds in view, is no good any more, and
/// the photos that pass are compared one by one.
final class GraphSearch {
  /// Photos that a search keeps in view: recall grows with it, and so does the time.
  private static final int BEAM = 200;

  private static final int BEAM_PER_HIT = 2;

  /// Percentage.
  private static final int FILTERED_BELOW = 60;

  private static final KnnSearchStrategy STRATEGY = new KnnSearchStrategy.Hnsw(FILTERED_BELOW);

  private final Scopes scopes;
  private final ExactScan scan;

  GraphSearch(Scopes scopes, ExactScan scan) {
    this.scopes = scopes;
    this.scan = scan;
  }

  /// Documents among which the best `k` are looked for, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    int beam = Math.max(BEAM, BEAM_PER_HIT * query.k());
    var shortlist = new Shortlist(query.k());
    var linked = IntStream.builder();
    for (var part : scopes.of(searcher, query.scope(), query.filter())) {
      if (!walk(part, query.vector().toArray(), beam, linked)) {
        scan.scan(part, PhotoFields.VECTOR, query.vector().toArray(), shortlist);
      }
      scan.scan(part, PhotoFields.CROWDED, query.vector().toArray(), shortlist);
    }
    return IntStream.concat(linked.build(), Arrays.stream(shortlist.documents()))
        .sorted()
        .toArray();
  }

  /// Walks the graph of a segment; false if that does not pay.
  private static boolean walk(Scopes.Part part, float[] vector, int beam, IntStream.Builder found)
      throws IOException {
    var segment = part.leaf().reader();
    var inScope = part.inScope();
    var vectors = segment.getFloatVectorValues(PhotoFields.VECTOR);
    if (vectors == null || inScope.count() == 0) {
      return true;
    }
    if (inScope.count() <= beam) {
      return false;
    }
    boolean all = inScope.documents() == null;
    var nearest =
        new TopKnnCollector(beam, all ? Integer.MAX_VALUE : inScope.count() + 1, STRATEGY);
    segment.searchNearestVectors(
        PhotoFields.VECTOR,
        vector,
        nearest,
        AcceptDocs.fromLiveDocs(inScope.documents(), segment.maxDoc()));
    if (!all && (nearest.earlyTerminated() || nearest.numCollected() < beam)) {
      return false;
    }
    for (var hit : nearest.topDocs().scoreDocs) {
      found.add(part.leaf().docBase + hit.doc);
    }
    return true;
  }
}

package dev.anmok.lucene;

import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/// Finds photos by the HNSW graphs of the index. What is in no graph is compared one by one: parts
/// that have none yet, [Crowds], and the photos in scope where these are few.
///
/// Where less than [#FILTERED_BELOW] of a segment is in scope, the walk steps over other photos to
/// their neighbours, as in Patel et al., "ACORN", SIGMOD 2024. A walk that compared as many photos
/// as are in scope, or found fewer than it holds in view, has lost its way, and the photos in scope
/// are compared one by one after all.
final class GraphSearch {
  /// Photos in scope up to which a comparison of all of them is as fast as a walk among them.
  static final int FEW = 20_000;

  /// Photos that a search keeps in view, and one more for so many photos in the graph: recall grows
  /// with it, and so does the time.
  private static final int BEAM = 100;

  private static final int PHOTOS_PER_PLACE = 4_000;

  /// How many times as many for [VectorFormat#ONE_BIT], where rough scores lead the way.
  private static final int ROUGHNESS = 4;

  private static final int BEAM_PER_HIT = 2;

  /// Percentage.
  private static final int FILTERED_BELOW = 60;

  private static final KnnSearchStrategy WALK = new KnnSearchStrategy.Hnsw(FILTERED_BELOW);

  private final Scopes scopes;
  private final ExactScan scan;
  private final int few;

  /// @param few up to so many photos in scope are compared one by one
  GraphSearch(Scopes scopes, ExactScan scan, int few) {
    this.scopes = scopes;
    this.scan = scan;
    this.few = few;
  }

  /// Documents among which the best `k` are looked for, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    var vector = query.vector().toArray();
    var shortlist = new Shortlist(query.k());
    for (var part : scopes.of(searcher, query.scope(), query.filter())) {
      var leaf = part.leaf();
      var inScope = part.inScope();
      boolean walked =
          inScope.count() > few
              && GraphReader.linked(leaf.reader(), PhotoFields.VECTOR) > 0
              && walk(leaf, inScope, vector, query.k(), shortlist);
      if (walked) {
        scan.scan(leaf, PhotoFields.CROWDED, inScope, vector, shortlist);
      } else {
        scan.scan(leaf, inScope, vector, shortlist);
      }
    }
    return Arrays.stream(shortlist.documents()).sorted().toArray();
  }

  /// Offers what the graph of a segment leads to; false, and nothing offered, if it leads nowhere.
  private static boolean walk(
      LeafReaderContext leaf, InScope scope, float[] vector, int k, Shortlist shortlist)
      throws IOException {
    boolean all = scope.documents() == null;
    var probe = GraphReader.rows(leaf.reader(), PhotoFields.VECTOR).map(rows -> rows.probe(vector));
    int beam = Math.max(beam(leaf.reader()), BEAM_PER_HIT * k);
    var strategy =
        GraphReader.entryPoints(leaf.reader(), PhotoFields.VECTOR)
            .map(points -> points.near(vector, WALK))
            .orElse(WALK);
    var collector =
        new TopKnnCollector(beam, all ? Integer.MAX_VALUE : scope.count() + 1, strategy);
    leaf.reader()
        .searchNearestVectors(
            PhotoFields.VECTOR,
            vector,
            collector,
            AcceptDocs.fromLiveDocs(scope.documents(), leaf.reader().maxDoc()));
    boolean lost = collector.earlyTerminated() || collector.numCollected() < beam;
    if (!all && lost) {
      return false;
    }
    int[] found = documents(collector.topDocs());
    if (probe.isPresent()) {
      var values = leaf.reader().getFloatVectorValues(PhotoFields.VECTOR);
      try (var batch = new RowBatch(probe.get(), values, leaf.docBase, shortlist)) {
        for (int document : found) {
          batch.add(document);
        }
      }
    } else {
      for (int document : found) {
        shortlist.offer(leaf.docBase + document, -1, 1); // all are compared by their floats
      }
    }
    return true;
  }

  private static int beam(LeafReader segment) {
    int beam = BEAM + segment.maxDoc() / PHOTOS_PER_PLACE;
    boolean rough = GraphReader.format(segment).equals(Optional.of(VectorFormat.ONE_BIT));
    return rough ? ROUGHNESS * beam : beam;
  }

  private static int[] documents(TopDocs found) {
    return Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
  }
}

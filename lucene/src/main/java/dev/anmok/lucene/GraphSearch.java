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
final class GraphSearch {
  /// Photos in scope up to which a comparison of all of them is as fast as a walk among them.
  static final int FEW = 20_000;

  /// Photos that a search keeps in view, and one more for so many photos in the graph: recall grows
  /// with it, and so does the time.
  private static final int BEAM = 100;

  private static final int PHOTOS_PER_PLACE = 4_000;

  /// How many times as many for [VectorFormat#ONE_BIT], where rough scores lead the way.
  private static final int ROUGHNESS = 4;

  private static final KnnSearchStrategy WALK = KnnSearchStrategy.Hnsw.DEFAULT;

  private static final int BEAM_PER_HIT = 2;

  private final ExactScan scan;

  GraphSearch(ExactScan scan) {
    this.scan = scan;
  }

  /// Documents among which the best `k` are looked for, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    var vector = query.vector().toArray();
    var shortlist = new Shortlist(query.k());
    for (var leaf : searcher.getIndexReader().leaves()) {
      var scope = InScope.of(leaf.reader(), query.scope());
      if (scope.count() > FEW && GraphReader.linked(leaf.reader(), PhotoFields.VECTOR) > 0) {
        walk(leaf, scope, vector, query.k(), shortlist);
        scan.scan(leaf, PhotoFields.CROWDED, scope, vector, shortlist);
      } else {
        scan.scan(leaf, scope, vector, shortlist);
      }
    }
    return Arrays.stream(shortlist.documents()).sorted().toArray();
  }

  private void walk(
      LeafReaderContext leaf, InScope scope, float[] vector, int k, Shortlist shortlist)
      throws IOException {
    var probe = GraphReader.rows(leaf.reader(), PhotoFields.VECTOR).map(rows -> rows.probe(vector));
    int beam = Math.max(beam(leaf.reader()), BEAM_PER_HIT * k);
    var strategy =
        GraphReader.entryPoints(leaf.reader(), PhotoFields.VECTOR)
            .map(points -> points.near(vector, WALK))
            .orElse(WALK);
    var collector = new TopKnnCollector(beam, Integer.MAX_VALUE, strategy);
    leaf.reader()
        .searchNearestVectors(
            PhotoFields.VECTOR,
            vector,
            collector,
            AcceptDocs.fromLiveDocs(scope.documents(), leaf.reader().maxDoc()));
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

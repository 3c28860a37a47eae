package dev.anmok.lucene;

import static java.util.Comparator.comparingInt;

import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.lucene.search.IndexSearcher;

/// Finds photos by the clusters of the index. What is in none is compared one by one: parts that
/// have none yet, and the photos in scope where these are few.
final class ClusterSearch {
  /// Photos in scope up to which a comparison of all of them is as fast as a walk among them: the
  /// first in any segment, the second in a large one.
  private static final int FEW = 1_000;

  private static final int FEW_OF_MANY = 10_000;

  private final Scopes scopes;
  private final ExactScan scan;
  private final int few;

  /// @param exactLimit size of the index up to which there are no clusters
  ClusterSearch(Scopes scopes, ExactScan scan, int exactLimit) {
    this.scopes = scopes;
    this.scan = scan;
    this.few = Math.clamp(exactLimit, FEW, FEW_OF_MANY);
  }

  /// Documents among which the best `k` are looked for, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    var vector = query.vector().toArray();
    var shortlist = new Shortlist(query.k());
    var clustered = new ArrayList<Scopes.Part>();
    for (var part : scopes.of(searcher, query.scope(), query.filter())) {
      boolean walk =
          part.inScope().count() > few && ClusterReader.rows(part.leaf().reader()).isPresent();
      if (walk) {
        clustered.add(part);
      } else {
        scan.scan(part.leaf(), part.inScope(), vector, shortlist);
      }
    }
    clustered.sort(comparingInt(part -> -part.inScope().count()));
    for (var part : clustered) {
      walk(part, vector, query.k(), shortlist);
    }
    return Arrays.stream(shortlist.documents()).sorted().toArray();
  }

  private static void walk(Scopes.Part part, float[] vector, int k, Shortlist shortlist)
      throws IOException {
    var segment = part.leaf().reader();
    var rows = ClusterReader.rows(segment).orElseThrow();
    var vectors = segment.getFloatVectorValues(PhotoFields.VECTOR);
    double share = (double) part.inScope().count() / rows.count();
    float width = rows.likely(vector.length);
    try (var batch =
        new RowBatch(rows, vector, part.leaf(), vectors, part.inScope(), shortlist, width)) {
      new ClusterWalk(rows.table(), vector, batch, share, shortlist, k).run();
    }
  }
}

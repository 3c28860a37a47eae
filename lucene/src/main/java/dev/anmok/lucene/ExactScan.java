package dev.anmok.lucene;

import dev.anmok.core.embed.CompactRows;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/// Compares a vector with every photo in scope. The scan works with bounds on the scores, from
/// compact copies of the segments where there are any, and hands on every document that can be
/// among the best `k`; which of them are is settled by [Ranking].
final class ExactScan {
  private static final int CHUNK = 512;

  /// A scope of fewer than one in so many documents is faster to look up than to scan past.
  private static final int SPARSE = 16;

  private final CompactSegments compact;
  private final Scopes scopes;

  ExactScan(CompactSegments compact, Scopes scopes) {
    this.compact = compact;
    this.scopes = scopes;
  }

  /// Documents among which the best `k` certainly are, in rising order.
  int[] candidates(IndexSearcher searcher, VectorQuery query) throws IOException {
    var vector = query.vector().toArray();
    var shortlist = new Shortlist(query.k());
    for (var part : scopes.of(searcher, query.scope(), query.filter())) {
      scan(part.leaf(), part.inScope(), vector, shortlist);
    }
    return Arrays.stream(shortlist.documents()).sorted().toArray();
  }

  /// Offers the documents of a segment that may be hits.
  void scan(LeafReaderContext leaf, InScope scope, float[] vector, Shortlist shortlist)
      throws IOException {
    boolean present = leaf.reader().getFieldInfos().fieldInfo(PhotoFields.VECTOR) != null;
    var vectors = present ? leaf.reader().getFloatVectorValues(PhotoFields.VECTOR) : null;
    if (vectors == null || scope.count() == 0) {
      return;
    }
    var clustered = ClusterReader.rows(leaf.reader()).filter(ClusteredRows::proven);
    if (clustered.isPresent()) {
      var rows = clustered.get();
      try (var batch = new RowBatch(rows, vector, leaf, vectors, scope, shortlist, 1)) {
        pick(batch, rows, vectors, scope);
      }
      return;
    }
    boolean sparse = scope.count() < vectors.size() / SPARSE;
    var compacted = sparse ? null : compact.rows(leaf.reader(), PhotoFields.VECTOR).orElse(null);
    if (compacted == null) {
      stream(vectors.rescorer(vector), scope, leaf.docBase, shortlist);
    } else {
      compare(compacted.probe(vector), vectors, scope, leaf.docBase, shortlist);
    }
  }

  private static void compare(
      CompactRows.Probe probe,
      FloatVectorValues vectors,
      InScope scope,
      int base,
      Shortlist shortlist) {
    var lower = new float[CHUNK];
    var upper = new float[CHUNK];
    for (int from = 0; from < vectors.size(); from += CHUNK) {
      int to = Math.min(vectors.size(), from + CHUNK);
      probe.bounds(from, to, lower, upper);
      float floor = shortlist.floor();
      for (int i = 0; i < to - from; i++) {
        if (upper[i] >= floor) {
          int document = vectors.ordToDoc(from + i);
          if (scope.contains(document)) {
            shortlist.offer(base + document, lower[i], upper[i]);
          }
        }
      }
    }
  }

  /// Takes the rows in scope, or all where most are.
  private static void pick(
      RowBatch batch, ClusteredRows rows, FloatVectorValues vectors, InScope scope)
      throws IOException {
    var documents = scope.count() < rows.count() / 2 ? scope.iterator() : null;
    if (documents == null) {
      batch.run(0, rows.count());
      return;
    }
    var position = vectors.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (position.advance(document) == document) {
        batch.add(rows.place(position.index()));
      }
    }
  }

  private static void stream(
      @Nullable VectorScorer scorer, InScope scope, int base, Shortlist shortlist)
      throws IOException {
    if (scorer == null) {
      return;
    }
    var bulk = scorer.bulk(scope.iterator());
    var chunk = new DocAndFloatFeatureBuffer();
    do {
      bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, chunk);
      for (int i = 0; i < chunk.size; i++) {
        float cosine = 2 * chunk.features[i] - 1; // Lucene: (1 + cosine) / 2
        shortlist.offer(
            base + chunk.docs[i], cosine - FloatBounds.SLACK, cosine + FloatBounds.SLACK);
      }
    } while (chunk.size > 0);
  }
}

package dev.anmok.lucene;

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

  /// Error of a float dot product of unit vectors and of its way through Lucene's score.
  private static final float SLACK = 1e-5f;

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
    for (var field : PhotoFields.VECTORS) {
      scan(leaf, field, scope, vector, shortlist);
    }
  }

  /// The same of the documents that have a certain vector field.
  void scan(
      LeafReaderContext leaf, String field, InScope scope, float[] vector, Shortlist shortlist)
      throws IOException {
    boolean present = leaf.reader().getFieldInfos().fieldInfo(field) != null;
    var vectors = present ? leaf.reader().getFloatVectorValues(field) : null;
    if (vectors == null || scope.count() == 0) {
      return;
    }
    var held = GraphReader.rows(leaf.reader(), field);
    if (held.isPresent()) {
      var probe = held.get().probe(vector);
      if (scope.count() < vectors.size() / 2) {
        pick(new RowBatch(probe, vectors, leaf.docBase, shortlist), scope);
      } else {
        compare(probe::bounds, vectors, scope, leaf.docBase, shortlist);
      }
      return;
    }
    boolean sparse = scope.count() < vectors.size() / SPARSE;
    var rows = sparse ? null : compact.rows(leaf.reader(), field).orElse(null);
    if (rows == null) {
      stream(vectors.rescorer(vector), scope, leaf.docBase, shortlist);
    } else {
      compare(rows.probe(vector)::bounds, vectors, scope, leaf.docBase, shortlist);
    }
  }

  private static void compare(
      Bounds bounds, FloatVectorValues vectors, InScope scope, int base, Shortlist shortlist) {
    var lower = new float[CHUNK];
    var upper = new float[CHUNK];
    for (int from = 0; from < vectors.size(); from += CHUNK) {
      int to = Math.min(vectors.size(), from + CHUNK);
      bounds.of(from, to, lower, upper);
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

  /// Bounds the scores of a run of rows.
  @FunctionalInterface
  private interface Bounds {
    void of(int from, int to, float[] lower, float[] upper);
  }

  private static void pick(RowBatch batch, InScope scope) throws IOException {
    try (batch) {
      var documents = scope.iterator();
      if (documents != null) {
        for (int document = documents.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = documents.nextDoc()) {
          batch.add(document);
        }
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
        shortlist.offer(base + chunk.docs[i], cosine - SLACK, cosine + SLACK);
      }
    } while (chunk.size > 0);
  }
}

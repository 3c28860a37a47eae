package dev.anmok.lucene;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;

/// Bounds the scores of rows of a segment, many at once, and offers those in scope that may be
/// hits.
final class RowBatch implements Closeable {
  private static final int SIZE = 512;

  private final ClusteredRows rows;
  private final ClusteredRows.RowBounds bounds;
  private final FloatVectorValues vectors;
  private final InScope scope;
  private final int base;
  private final Shortlist shortlist;
  private final Chunk chunk = new Chunk();

  private static final class Chunk {
    private final int[] places = new int[SIZE];
    private final float[] lower = new float[SIZE];
    private final float[] upper = new float[SIZE];
    private int count;
  }

  /// @param vectors the same rows as floats, which know their documents
  RowBatch(
      ClusteredRows rows,
      float[] vector,
      LeafReaderContext leaf,
      FloatVectorValues vectors,
      InScope scope,
      Shortlist shortlist)
      throws IOException {
    this.rows = rows;
    this.bounds = rows.comparison().with(vector);
    this.vectors = vectors;
    this.scope = scope;
    this.base = leaf.docBase;
    this.shortlist = shortlist;
  }

  /// Takes a row by its place.
  void add(int place) throws IOException {
    chunk.places[chunk.count++] = place;
    if (chunk.count == SIZE) {
      offer();
    }
  }

  /// Whether the photo of a row is in scope.
  boolean inScope(int place) {
    return scope.contains(vectors.ordToDoc(rows.ordinal(place)));
  }

  /// Offers the rest.
  @Override
  public void close() throws IOException {
    offer();
  }

  /// Offers what was taken so far.
  void offer() throws IOException {
    bounds.of(chunk.places, chunk.count, chunk.lower, chunk.upper);
    for (int i = 0; i < chunk.count; i++) {
      if (chunk.upper[i] >= shortlist.floor()) {
        int document = vectors.ordToDoc(rows.ordinal(chunk.places[i]));
        if (scope.contains(document)) {
          shortlist.offer(base + document, chunk.lower[i], chunk.upper[i]);
        }
      }
    }
    chunk.count = 0;
  }
}

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
  private final float width;
  private final Chunk chunk = new Chunk();
  private final Chunk run = new Chunk();
  private final int[] ordinals = new int[SIZE];

  private static final class Chunk {
    private final int[] places = new int[SIZE];
    private final float[] lower = new float[SIZE];
    private final float[] upper = new float[SIZE];
    private int count;
  }

  /// @param vectors the same rows as floats, which know their documents
  /// @param width share of the bounds' width to go by
  RowBatch(
      ClusteredRows rows,
      float[] vector,
      LeafReaderContext leaf,
      FloatVectorValues vectors,
      InScope scope,
      Shortlist shortlist,
      float width)
      throws IOException {
    this.rows = rows;
    this.bounds = rows.comparison().with(vector);
    this.vectors = vectors;
    this.scope = scope;
    this.base = leaf.docBase;
    this.shortlist = shortlist;
    this.width = width;
  }

  /// Takes a row by its place.
  void add(int place) throws IOException {
    chunk.places[chunk.count++] = place;
    if (chunk.count == SIZE) {
      offer();
    }
  }

  /// Takes those rows of a run that are in scope.
  ///
  /// @return how many
  int addInScope(int from, int to) throws IOException {
    int taken = 0;
    for (int first = from; first < to; first += SIZE) {
      int count = Math.min(SIZE, to - first);
      rows.ordinals(first, count, ordinals);
      for (int i = 0; i < count; i++) {
        if (scope.contains(vectors.ordToDoc(ordinals[i]))) {
          add(first + i);
          taken++;
        }
      }
    }
    return taken;
  }

  /// Offers all rows of a run; faster than adding them one by one.
  void run(int from, int to) throws IOException {
    for (int first = from; first < to; first += SIZE) {
      int count = Math.min(SIZE, to - first);
      bounds.run(first, first + count, run.lower, run.upper);
      for (int i = 0; i < count; i++) {
        offer(first + i, run.lower[i], run.upper[i]);
      }
    }
  }

  /// Offers what was added and not offered yet.
  void offer() throws IOException {
    bounds.of(chunk.places, chunk.count, chunk.lower, chunk.upper);
    for (int i = 0; i < chunk.count; i++) {
      offer(chunk.places[i], chunk.lower[i], chunk.upper[i]);
    }
    chunk.count = 0;
  }

  @Override
  public void close() throws IOException {
    offer();
  }

  private void offer(int place, float least, float most) {
    float middle = (least + most) / 2;
    float upper = middle + (most - middle) * width;
    float lower = middle - (middle - least) * width;
    if (upper >= shortlist.floor()) {
      int document = vectors.ordToDoc(rows.ordinal(place));
      if (scope.contains(document)) {
        shortlist.offer(base + document, lower, upper);
      }
    }
  }
}

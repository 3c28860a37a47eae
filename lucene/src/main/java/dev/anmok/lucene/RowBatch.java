package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;

/// Bounds the scores of single documents of a segment, many at once, and offers them.
final class RowBatch implements Closeable {
  private static final int SIZE = 512;

  private final ByteRows.Probe probe;
  private final KnnVectorValues.DocIndexIterator position;
  private final int base;
  private final Shortlist shortlist;
  private final int[] documents = new int[SIZE];
  private final int[] rows = new int[SIZE];
  private final float[] lower = new float[SIZE];
  private final float[] upper = new float[SIZE];
  private int count;

  /// @param vectors the rows as floats, which know their documents
  /// @param base number of the segment's first document in the whole index
  RowBatch(ByteRows.Probe probe, FloatVectorValues vectors, int base, Shortlist shortlist) {
    this.probe = probe;
    this.position = vectors.iterator();
    this.base = base;
    this.shortlist = shortlist;
  }

  /// Takes a document of the segment, in rising order; one without a vector is no candidate.
  void add(int document) throws IOException {
    if (position.docID() < document) {
      position.advance(document);
    }
    if (position.docID() == document) {
      documents[count] = document;
      rows[count++] = position.index();
      if (count == SIZE) {
        offer();
      }
    }
  }

  /// Offers the rest.
  @Override
  public void close() {
    offer();
  }

  private void offer() {
    probe.bounds(rows, count, lower, upper);
    for (int i = 0; i < count; i++) {
      shortlist.offer(base + documents[i], lower[i], upper[i]);
    }
    count = 0;
  }
}

package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.util.Arrays;
import org.apache.lucene.search.AbstractDocIdSetIterator;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/// Where a walk begins: at the nearest of a sample of all photos instead of at one that was found
/// step by step from the top of the graph. Embeddings lie in clusters, and a walk that begins in
/// the wrong large one seldom leaves it; nearly all queries that a graph answers wholly wrong are
/// such.
final class EntryPoints {
  private static final int SAMPLE = 1_024;
  private static final int POINTS = 8;

  private final int[] numbers;
  private final ByteRows sample;

  /// Takes a sample of rows, half a megabyte for vectors of 512.
  EntryPoints(ByteRows rows) {
    this.numbers = new int[Math.min(SAMPLE, rows.count())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) ((long) i * rows.count() / numbers.length);
    }
    this.sample = rows.copy(numbers);
  }

  /// A strategy that begins at the nearest rows of the sample.
  KnnSearchStrategy near(float[] vector, KnnSearchStrategy walk) {
    int size = numbers.length;
    var all = new int[size];
    Arrays.setAll(all, i -> i);
    var scores = new float[size];
    sample.probe(vector).scores(all, size, scores);
    var ranked = new long[size];
    for (int i = 0; i < size; i++) {
      ranked[i] = ((long) (scores[i] * -(1 << 30)) << Integer.SIZE) | i;
    }
    int count = Math.min(POINTS, size);
    Arrays.sort(ranked);
    var points = new int[count];
    for (int i = 0; i < count; i++) {
      points[i] = numbers[(int) ranked[i]];
    }
    Arrays.sort(points);
    return new KnnSearchStrategy.Seeded(new Points(points), count, walk);
  }

  private static final class Points extends AbstractDocIdSetIterator {
    private final int[] points;
    private int next;

    Points(int[] points) {
      this.points = points;
    }

    @Override
    public int nextDoc() {
      doc = next < points.length ? points[next++] : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public int advance(int target) {
      while (nextDoc() < target) {
        // the points are few
      }
      return doc;
    }

    @Override
    public long cost() {
      return points.length;
    }
  }
}

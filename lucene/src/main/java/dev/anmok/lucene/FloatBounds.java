package dev.anmok.lucene;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/// Scores of floats as Lucene computes them, with room for their rounding; for one thread.
final class FloatBounds implements ClusteredRows.RowBounds {
  /// Error of a float dot product of unit vectors and of its way through Lucene's score.
  static final float SLACK = 1e-5f;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final RandomVectorScorer scorer;
  private final MemorySegment ordinals;
  private int[] numbers = new int[0];

  private FloatBounds(RandomVectorScorer scorer, MemorySegment ordinals) {
    this.scorer = scorer;
    this.ordinals = ordinals;
  }

  /// @param scorer compares the vector with rows by their ordinals
  /// @param ordinals a little-endian number for each place
  static FloatBounds of(@Nullable RandomVectorScorer scorer, MemorySegment ordinals)
      throws IOException {
    if (scorer == null) {
      throw new IOException("the vectors of a clustered segment are missing");
    }
    return new FloatBounds(scorer, ordinals);
  }

  @Override
  public void of(int[] places, int count, float[] lower, float[] upper) throws IOException {
    if (numbers.length < count) {
      numbers = new int[count];
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = ordinals.get(INT, places[i] * (long) Integer.BYTES);
    }
    scorer.bulkScore(numbers, lower, count);
    for (int i = 0; i < count; i++) {
      float cosine = 2 * lower[i] - 1; // Lucene: (1 + cosine) / 2
      lower[i] = cosine - SLACK;
      upper[i] = cosine + SLACK;
    }
  }
}

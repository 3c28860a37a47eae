package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/// Lets Lucene's graphs compare [ByteRows]. While a graph is built it may be told to stop, so that
/// nobody waits for a build to end that is not wanted any more.
record ByteScorers(ByteRows rows, FlatVectorsScorer floats, BooleanSupplier stopped)
    implements FlatVectorsScorer {
  /// Compares a vector with rows.
  ///
  /// @param values the same rows as floats, which know their documents
  static RandomVectorScorer scorer(ByteRows rows, KnnVectorValues values, float[] target) {
    return new Scorer(rows.probe(target), values);
  }

  @Override
  public RandomVectorScorerSupplier getRandomVectorScorerSupplier(
      VectorSimilarityFunction similarity, KnnVectorValues values) {
    return new Supplier(rows, values, stopped);
  }

  @Override
  public RandomVectorScorer getRandomVectorScorer(
      VectorSimilarityFunction similarity, KnnVectorValues values, float[] target) {
    return scorer(rows, values, target);
  }

  @Override
  public RandomVectorScorer getRandomVectorScorer(
      VectorSimilarityFunction similarity, KnnVectorValues values, byte[] target)
      throws IOException {
    return floats.getRandomVectorScorer(similarity, values, target);
  }

  private record Supplier(ByteRows rows, KnnVectorValues values, BooleanSupplier stopped)
      implements RandomVectorScorerSupplier {
    @Override
    public UpdateableRandomVectorScorer scorer() {
      return new RowScorer(rows.probe(), values, stopped);
    }

    @Override
    public RandomVectorScorerSupplier copy() {
      return this;
    }
  }

  private static class Scorer
      extends UpdateableRandomVectorScorer.AbstractUpdateableRandomVectorScorer {
    final ByteRows.Probe probe;
    private final int[] node = new int[1];
    private final float[] score = new float[1];

    Scorer(ByteRows.Probe probe, KnnVectorValues values) {
      super(values);
      this.probe = probe;
    }

    @Override
    public float score(int row) throws IOException {
      node[0] = row;
      return bulkScore(node, score, 1);
    }

    @Override
    public float bulkScore(int[] nodes, float[] scores, int count) throws IOException {
      probe.scores(nodes, count, scores);
      float best = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        scores[i] = Math.max((1 + scores[i]) / 2, 0); // Lucene: (1 + cosine) / 2
        best = Math.max(best, scores[i]);
      }
      return best;
    }

    @Override
    public void setScoringOrdinal(int row) throws IOException {
      probe.aim(row);
    }
  }

  private static final class RowScorer extends Scorer {
    private final BooleanSupplier stopped;

    RowScorer(ByteRows.Probe probe, KnnVectorValues values, BooleanSupplier stopped) {
      super(probe, values);
      this.stopped = stopped;
    }

    @Override
    public void setScoringOrdinal(int row) throws IOException {
      if (stopped.getAsBoolean()) {
        throw new MergePolicy.MergeAbortedException("the index is being closed");
      }
      super.setScoringOrdinal(row);
    }
  }
}

package dev.anmok.core.cluster;

import dev.anmok.core.embed.Embedding;
import java.util.List;

/// Unit vectors of one space by row number, read block by block so that they need not all lie in
/// the heap. Thread-safe.
public interface VectorRows {
  int rows();

  int dimension();

  /// Copies the rows `from` to `to` (exclusive) into `block`, row by row from its start.
  void copy(int from, int to, float[] block);

  /// Rows over embeddings that are held anyway.
  static VectorRows of(List<Embedding> embeddings) {
    var held = List.copyOf(embeddings);
    int dimension = held.isEmpty() ? 0 : held.getFirst().space().dimension();
    return new VectorRows() {
      @Override
      public int rows() {
        return held.size();
      }

      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void copy(int from, int to, float[] block) {
        for (int row = from; row < to; row++) {
          held.get(row).copyTo(block, (row - from) * dimension);
        }
      }
    };
  }
}

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

  /// The same rows in another order.
  ///
  /// @param order for each place the number of the row that comes there
  default VectorRows inOrder(int[] order) {
    var rows = this;
    var places = order.clone();
    return new VectorRows() {
      @Override
      public int rows() {
        return places.length;
      }

      @Override
      public int dimension() {
        return rows.dimension();
      }

      @Override
      public void copy(int from, int to, float[] block) {
        var row = new float[rows.dimension()];
        for (int i = from; i < to; i++) {
          rows.copy(places[i], places[i] + 1, row);
          System.arraycopy(row, 0, block, (i - from) * row.length, row.length);
        }
      }
    };
  }

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

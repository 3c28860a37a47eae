package dev.anmok.onnx;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a tower's output block into embeddings.
final class Rows {
  private Rows() {}

  static List<Embedding> embeddings(VectorSpace space, float[] block, int count) {
    if (block.length != count * space.dimension()) {
      throw new IllegalStateException(
          "%d inputs of %s gave %d numbers".formatted(count, space.id(), block.length));
    }
    var rows = new ArrayList<Embedding>();
    for (int from = 0; from < block.length; from += space.dimension()) {
      rows.add(
          Embedding.normalize(space, Arrays.copyOfRange(block, from, from + space.dimension())));
    }
    return rows;
  }
}

package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.List;

/// Vectors and scores by formulas of whole numbers, which `head_reference.py` repeats.
final class RatedFormula {
  private RatedFormula() {}

  static List<RatedVector> rows(int count, int dimension) {
    var space = new VectorSpace("formula", "none", "none", "none", dimension);
    var rows = new ArrayList<RatedVector>();
    for (int i = 0; i < count; i++) {
      var values = new float[dimension];
      for (int j = 0; j < dimension; j++) {
        values[j] = ((i * i * 31 + j * j * 17 + i * j * 7 + i + 3 * j) % 101) - 50;
      }
      var embedding = Embedding.normalize(space, values);
      double score = 1 + (i * i * 13 + i * 5) % 37 / 4.0 + 3 * (double) embedding.toArray()[0];
      rows.add(new RatedVector(embedding, score));
    }
    return rows;
  }
}

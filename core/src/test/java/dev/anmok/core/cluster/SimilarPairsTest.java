package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarPairsTest {
  private static final double LEAST = 0.9;

  /// By comparing all pairs that count.
  private static int[] components(List<Embedding> vectors, BiPredicate<Integer, Integer> counts) {
    var joined = new Components(vectors.size());
    for (int b = 0; b < vectors.size(); b++) {
      for (int a = 0; a < b; a++) {
        if (counts.test(a, b) && Seeded.cosine(vectors.get(a), vectors.get(b)) >= LEAST) {
          joined.join(a, b);
        }
      }
    }
    return joined.numbers();
  }

  /// A forest of pairs, each of which joins.
  private static final class Found implements SimilarPairs.Pairs {
    private final List<Embedding> vectors;
    private final Components joined;

    Found(List<Embedding> vectors) {
      this.vectors = vectors;
      this.joined = new Components(vectors.size());
    }

    @Override
    public void pair(int first, int second) {
      assertThat(Seeded.cosine(vectors.get(first), vectors.get(second)))
          .isGreaterThanOrEqualTo(LEAST - 1e-12);
      assertThat(joined.joined(first, second)).as("joined already").isFalse();
      joined.join(first, second);
    }
  }

  /// With and without a sketch.
  @ParameterizedTest
  @ValueSource(ints = {1, 700, Sketch.MIN_ROWS + 100})
  void joinsWhatHangsTogetherByAForest(int rows) throws IOException {
    var vectors = Seeded.clusters(2, rows, 24);
    var pairs = new SimilarPairs(VectorRows.of(vectors), LEAST);
    var all = new Found(vectors);
    pairs.all(all);
    assertThat(all.joined.numbers()).isEqualTo(components(vectors, (_, _) -> true));

    int split = rows / 3;
    var across = new Found(vectors);
    pairs.across(split, across);
    assertThat(across.joined.numbers())
        .isEqualTo(components(vectors, (a, b) -> a < split && b >= split));
  }
}

package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestRowsTest {
  /// More rows than one block holds on either side.
  @Test
  void theNearestAreThoseOfExhaustiveComparison() {
    var vectors = Seeded.clusters(3, 1100, 6);

    var nearest = NearestRows.of(VectorRows.of(vectors), 4);

    for (int row = 0; row < vectors.size(); row += 97) {
      var query = vectors.get(row);
      double fourth =
          vectors.stream()
              .map(other -> Seeded.cosine(query, other))
              .sorted(Comparator.reverseOrder())
              .skip(3)
              .findFirst()
              .orElseThrow();
      assertThat(nearest[row]).hasSize(4).doesNotHaveDuplicates();
      assertThat(IntStream.of(nearest[row]).mapToObj(vectors::get).toList())
          .allMatch(other -> Seeded.cosine(query, other) >= fourth - 1e-6);
      assertThat(nearest[row]).contains(row);
    }
  }

  @Test
  void fewerRowsThanAskedForAreAllListed() {
    var rows = VectorRows.of(List.of(Seeded.vector(1, 0), Seeded.vector(0, 1)));

    assertThat(NearestRows.of(rows, 5)).isDeepEqualTo(new int[][] {{0, 1}, {1, 0}});
  }
}

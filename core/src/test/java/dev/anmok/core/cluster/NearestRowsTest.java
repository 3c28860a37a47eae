package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestRowsTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  /// More rows than one block holds on either side.
  @Test
  void theNearestAreThoseOfExhaustiveComparison() {
    var vectors = Seeded.clusters(3, 1100, 6);

    var nearest = NearestRows.of(VectorRows.of(vectors), 4, NONE);

    for (int row = 0; row < vectors.size(); row += 97) {
      int at = row;
      var query = vectors.get(row);
      double fourth =
          IntStream.range(0, vectors.size())
              .filter(other -> other != at)
              .mapToObj(other -> Seeded.cosine(query, vectors.get(other)))
              .sorted(Comparator.reverseOrder())
              .skip(3)
              .findFirst()
              .orElseThrow();
      assertThat(nearest.to(row)).hasSize(4).doesNotHaveDuplicates().doesNotContain(row);
      assertThat(IntStream.of(nearest.to(row)).mapToObj(vectors::get).toList())
          .allMatch(other -> Seeded.cosine(query, other) >= fourth - 1e-6);
    }
  }

  @Test
  void theNearestComeFirstAndOfEqualOnesTheEarlier() {
    // cosines to the first: 0, 0.8, 0.6, 0.8, -1
    var rows =
        VectorRows.of(
            List.of(
                Seeded.vector(1, 0),
                Seeded.vector(0, 1),
                Seeded.vector(0.8, 0.6),
                Seeded.vector(0.6, 0.8),
                Seeded.vector(0.8, 0.6),
                Seeded.vector(-1, 0)));

    assertThat(NearestRows.of(rows, 4, NONE).to(0)).containsExactly(2, 4, 3, 1);
    assertThat(NearestRows.of(rows, 4, 0.7).to(0)).containsExactly(2, 4);
    assertThat(NearestRows.of(rows, 9, NONE).to(0)).containsExactly(2, 4, 3, 1, 5);
  }

  @Test
  void fewerRowsThanAskedForAreAllListed() {
    var two = VectorRows.of(List.of(Seeded.vector(1, 0), Seeded.vector(0, 1)));
    var one = VectorRows.of(List.of(Seeded.vector(1, 0)));

    assertThat(NearestRows.of(two, 5, NONE).to(0)).containsExactly(1);
    assertThat(NearestRows.of(two, 5, NONE).to(1)).containsExactly(0);
    assertThat(NearestRows.of(one, 5, NONE).to(0)).isEmpty();
  }

  @Test
  void refusesNoNeighboursAndAFloorThatIsNoNumber() {
    var rows = VectorRows.of(List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> NearestRows.of(rows, 0, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> NearestRows.of(rows, 1, Double.NaN));
  }
}

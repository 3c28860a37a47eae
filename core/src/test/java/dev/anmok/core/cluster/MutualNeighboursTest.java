package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.embed.Embedding;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutualNeighboursTest {
  @Test
  void rowsThatAreEachOthersNearestAreOneGroup() {
    // On a circle at 0, 5, 50, 55 and 120 degrees.
    var rows = circle(0, 5, 50, 55, 120);

    assertThat(MutualNeighbours.groups(rows, 1, 0.9)).containsExactly(0, 0, 1, 1, 2);
  }

  @Test
  void beingNearestMustBeMutual() {
    // The nearest of 10 degrees is 14, but the nearest of 14 is 15.
    assertThat(MutualNeighbours.groups(circle(10, 14, 15), 1, 0.5)).containsExactly(0, 1, 1);
  }

  @Test
  void rowsBelowTheFloorAreNoNeighbours() {
    // cos 5 degrees = 0.9962, cos 10 degrees = 0.9848
    assertThat(MutualNeighbours.groups(circle(0, 5, 15), 2, 0.99)).containsExactly(0, 0, 1);
  }

  @Test
  void withFewerRowsThanKAllAreNeighbours() {
    assertThat(MutualNeighbours.groups(circle(0, 5, 10), 5, 0.9)).containsExactly(0, 0, 0);
    assertThat(MutualNeighbours.groups(circle(0), 5, 0.9)).containsExactly(0);
    assertThat(MutualNeighbours.groups(VectorRows.of(List.of()), 5, 0.9)).isEmpty();
  }

  @Test
  void agreesWithBruteForceAcrossBlocks() {
    var vectors = Seeded.clusters(5, 1100, 24);

    assertThat(MutualNeighbours.groups(VectorRows.of(vectors), 4, 0.6))
        .containsExactly(bruteForce(vectors, 4, 0.6));
  }

  @Test
  void refusesNoNeighbours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MutualNeighbours.groups(circle(0), 0, 0.9));
  }

  private static VectorRows circle(double... degrees) {
    return VectorRows.of(
        java.util.Arrays.stream(degrees)
            .map(Math::toRadians)
            .mapToObj(a -> Seeded.vector(Math.cos(a), Math.sin(a)))
            .toList());
  }

  private static int[] bruteForce(List<Embedding> vectors, int k, double floor) {
    int n = vectors.size();
    var near = IntStream.range(0, n).mapToObj(i -> nearest(vectors, i, k, floor)).toList();
    var groups = new int[n];
    java.util.Arrays.fill(groups, -1);
    int next = 0;
    for (int i = 0; i < n; i++) {
      if (groups[i] < 0) {
        spread(near, i, next++, groups);
      }
    }
    return groups;
  }

  private static void spread(List<Set<Integer>> near, int row, int group, int[] groups) {
    groups[row] = group;
    for (int other : near.get(row)) {
      if (groups[other] < 0 && near.get(other).contains(row)) {
        spread(near, other, group, groups);
      }
    }
  }

  private static Set<Integer> nearest(List<Embedding> vectors, int row, int k, double floor) {
    return new HashSet<>(
        IntStream.range(0, vectors.size())
            .filter(j -> j != row)
            .filter(j -> Seeded.cosine(vectors.get(row), vectors.get(j)) >= floor)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer j) -> -Seeded.cosine(vectors.get(row), vectors.get(j))))
            .limit(k)
            .toList());
  }
}

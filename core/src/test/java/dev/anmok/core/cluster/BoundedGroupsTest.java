package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedGroupsTest {
  private static Embedding at(double degrees) {
    return Seeded.vector(Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)));
  }

  /// A chain of steps of 20° (cosine .94) from 0° to 100°: connected at .9, but its ends are at a
  /// right angle and more. cos 20° = .94, cos 40° = .77.
  @Test
  void aChainIsCutUntilEveryMemberIsNearTheMedoid() {
    var rows = VectorRows.of(IntStream.range(0, 6).mapToObj(i -> at(20 * i)).toList());

    var groups = BoundedGroups.split(rows, new int[6], 0.9);

    assertThat(groups).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @Test
  void groupsThatAreNarrowStayAndApartGroupsAreNotJoined() {
    var rows = VectorRows.of(List.of(at(0), at(1), at(0), at(2), at(1)));

    assertThat(BoundedGroups.split(rows, new int[] {0, 1, 0, 1, 0}, 0.99))
        .containsExactly(0, 1, 0, 1, 0);
  }

  @Test
  void copiesEndEvenWhereNothingIsNearEnough() {
    var rows = VectorRows.of(List.of(at(10), at(10), at(10)));

    assertThat(BoundedGroups.split(rows, new int[3], 1.1)).containsExactly(0, 1, 2);
  }

  /// Every group, checked by exhaustive comparison: its medoid has the largest sum of cosines.
  @Test
  void noMemberOfRandomGroupsIsBelowTheFloor() {
    var vectors = Seeded.clusters(7, 400, 8);
    var rows = VectorRows.of(vectors);

    var groups = BoundedGroups.split(rows, new int[400], 0.8);

    assertThat(Arrays.stream(groups).max().orElseThrow()).isBetween(5, 300);
    for (var members : BoundedGroups.members(groups)) {
      int medoid = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int candidate : members) {
        double sum = 0;
        for (int other : members) {
          sum += Seeded.cosine(vectors.get(candidate), vectors.get(other));
        }
        if (sum > most) {
          most = sum;
          medoid = candidate;
        }
      }
      for (int member : members) {
        assertThat(Seeded.cosine(vectors.get(medoid), vectors.get(member)))
            .isGreaterThan(0.8 - 1e-4);
      }
    }
  }

  @Test
  void nothingHasNoGroups() {
    assertThat(BoundedGroups.split(VectorRows.of(List.of()), new int[0], 0.5)).isEmpty();
    assertThat(BoundedGroups.members(new int[0])).isEmpty();
  }
}

package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeeperGroupsTest {
  @Test
  void aChainFallsApart() throws IOException {
    // 0, 20, 40, 60 degrees: each 0.94 like the next, 0 and 40 only 0.77. Preferred in this order.
    var groups = KeeperGroups.of(circle(0, 20, 40, 60), 0.9, (_, _, _) -> 1);

    assertThat(keepers(groups)).containsExactly(0, 0, 2, 2);
  }

  @Test
  void aRowBelongsToTheKeeperItIsMostLike() throws IOException {
    var groups = KeeperGroups.of(circle(0, 40, 25), 0.9, (_, _, _) -> 1);

    assertThat(keepers(groups)).containsExactly(0, 1, 1);
    assertThat(groups.cosine(2)).isEqualTo(Math.cos(Math.toRadians(15)), within());
  }

  @Test
  void aStrongerRelationGoesBeforeAGreaterCosine() throws IOException {
    var groups = KeeperGroups.of(circle(0, 40, 25), 0.8, (keeper, _, _) -> keeper == 0 ? 2 : 1);

    assertThat(keepers(groups)).containsExactly(0, 1, 0);
    assertThat(groups.strength(2)).isEqualTo(2);
  }

  @Test
  void agreesWithBruteForceAcrossBlocksAndSketches() throws IOException {
    var vectors = Seeded.clusters(13, Sketch.MIN_ROWS + 100, 32);

    var groups = KeeperGroups.of(VectorRows.of(vectors), 0.9, (_, _, _) -> 1);

    assertThat(keepers(groups)).containsExactly(bruteForce(vectors, 0.9));
  }

  @Test
  void candidatesByFingerprintGiveWhatAllPairsGive() {
    var random = new Random(3);
    var hashes = new ArrayList<Long>();
    for (int i = 0; i < 3_000; i++) {
      long hash =
          random.nextInt(3) == 0 || i == 0 ? random.nextLong() : hashes.get(random.nextInt(i));
      for (int flips = random.nextInt(9); flips > 0; flips--) {
        hash ^= 1L << random.nextInt(64);
      }
      hashes.add(hash);
    }
    for (int bits : new int[] {0, 3, 10, 20}) {
      var bands = new HashBands(hashes.size(), bits);
      var found = KeeperGroups.of(hashes.size(), candidates(bands, hashes), (_, _, _) -> 1);
      var keepers = new int[hashes.size()];
      for (int row = 0; row < keepers.length; row++) {
        keepers[row] = row;
        for (int other = 0; other < row && keepers[row] == row; other++) {
          if (keepers[other] == other
              && Long.bitCount(hashes.get(row) ^ hashes.get(other)) <= bits) {
            keepers[row] = other;
          }
        }
      }
      assertThat(keepers(found)).as("%d bits", bits).containsExactly(keepers);
    }
  }

  private static KeeperGroups.Candidates candidates(HashBands bands, List<Long> hashes) {
    return new KeeperGroups.Candidates() {
      @Override
      public void find(int row, IntConsumer found) {
        bands.near(hashes.get(row), found);
      }

      @Override
      public void keep(int row) {
        bands.add(hashes.get(row), row);
      }

      @Override
      public double cosine(int a, int b) {
        return 1;
      }
    };
  }

  private static int[] bruteForce(List<Embedding> vectors, double least) {
    var keepers = new int[vectors.size()];
    for (int row = 0; row < keepers.length; row++) {
      keepers[row] = row;
      double best = least;
      for (int other = 0; other < row; other++) {
        double cosine = Seeded.cosine(vectors.get(row), vectors.get(other));
        if (keepers[other] == other && cosine >= best) {
          keepers[row] = other;
          best = cosine;
        }
      }
    }
    return keepers;
  }

  private static int[] keepers(KeeperGroups groups) {
    return IntStream.range(0, groups.rows()).map(groups::keeper).toArray();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-6);
  }

  private static VectorRows circle(double... degrees) {
    return VectorRows.of(
        java.util.Arrays.stream(degrees)
            .map(Math::toRadians)
            .mapToObj(a -> Seeded.vector(Math.cos(a), Math.sin(a)))
            .toList());
  }
}

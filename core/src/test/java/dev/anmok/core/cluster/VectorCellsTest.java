package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorCellsTest {
  private static float[] rows(List<Embedding> vectors) {
    int dimension = vectors.getFirst().space().dimension();
    var rows = new float[vectors.size() * dimension];
    for (int i = 0; i < vectors.size(); i++) {
      vectors.get(i).copyTo(rows, i * dimension);
    }
    return rows;
  }

  private static List<Set<Integer>> cells(VectorCells cells, float[] rows, int number) {
    var found = new ArrayList<Set<Integer>>();
    cells
        .placing()
        .place(
            rows,
            number,
            (row, in) -> {
              assertThat(row).isEqualTo(found.size());
              found.add(new HashSet<>(Arrays.stream(in).boxed().toList()));
              assertThat(found.getLast()).hasSize(in.length);
            });
    return found;
  }

  private static boolean meet(Set<Integer> a, Set<Integer> b) {
    return a.stream().anyMatch(b::contains);
  }

  /// The first of the vectors as centres.
  private static VectorCells around(List<Embedding> vectors, int count, double least) {
    int dimension = vectors.getFirst().space().dimension();
    return new VectorCells(rows(vectors.subList(0, count)), dimension, least);
  }

  @ParameterizedTest
  @CsvSource({"3,0.9", "3,0.999", "8,0.9", "8,0.98", "32,0.8", "32,0.95", "16,0", "16,-1", "16,1"})
  void everySimilarPairHasACellInCommon(int dimension, double least) {
    var vectors = Seeded.clusters(5, 600, dimension);
    vectors.addAll(vectors.subList(0, 20));
    var cells = cells(around(vectors, 40, least), rows(vectors), vectors.size());

    int similar = 0;
    for (int a = 0; a < vectors.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (Seeded.cosine(vectors.get(a), vectors.get(b)) >= least) {
          similar++;
          assertThat(meet(cells.get(a), cells.get(b))).as("%d and %d", a, b).isTrue();
        }
      }
    }
    assertThat(similar).isPositive();
  }

  /// Pairs that are only just similar, drawn everywhere; with a margin a fifth smaller some have no
  /// cell in common.
  @Test
  void theMarginIsAsLargeAsItMustBeAndLittleLarger() {
    int dimension = 3;
    double least = 0.95;
    double angle = Math.acos(least) / 2;
    var random = new Random(8);
    var vectors = new ArrayList<Embedding>();
    for (int pair = 0; pair < 3_000; pair++) {
      var middle = direction(random, dimension, null);
      var aside = direction(random, dimension, middle);
      for (int sign = -1; sign <= 1; sign += 2) {
        var values = new double[dimension];
        for (int i = 0; i < dimension; i++) {
          values[i] = middle[i] * Math.cos(angle) + sign * aside[i] * Math.sin(angle);
        }
        vectors.add(Seeded.vector(values));
      }
    }
    double smaller = 0.8 * Math.sqrt(2 - 2 * least);

    assertThat(parted(vectors, around(vectors, 30, least))).isZero();
    assertThat(parted(vectors, around(vectors, 30, 1 - smaller * smaller / 2))).isPositive();
  }

  private static double[] direction(Random random, int dimension, double @Nullable [] across) {
    var values = random.doubles(dimension, -1, 1).toArray();
    if (across != null) {
      double along = 0;
      for (int i = 0; i < dimension; i++) {
        along += values[i] * across[i];
      }
      for (int i = 0; i < dimension; i++) {
        values[i] -= along * across[i];
      }
    }
    double length = Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
    return Arrays.stream(values).map(x -> x / length).toArray();
  }

  private static long parted(List<Embedding> pairs, VectorCells cells) {
    var in = cells(cells, rows(pairs), pairs.size());
    long parted = 0;
    for (int i = 0; i < in.size(); i += 2) {
      parted += meet(in.get(i), in.get(i + 1)) ? 0 : 1;
    }
    return parted;
  }

  @Test
  void aVectorOnAPlaneIsInBothCellsAndOneOffItInOne() {
    var cells = new VectorCells(new float[] {1, 0, 0, 1, -1, 0}, 2, 0.999);
    var rows = new float[] {1, 1, 3, 0, 1, 0.8f, 1, 0.9999f};

    assertThat(cells(cells, rows, 4))
        .containsExactly(Set.of(0, 1), Set.of(0), Set.of(0), Set.of(0, 1));
  }

  @Test
  void equalCentresAreOneCell() {
    var cells = new VectorCells(new float[] {1, 0, 0, 1, 1, 0, 0, 1}, 2, 0.9);

    assertThat(cells.count()).isEqualTo(2);
    assertThat(cells(cells, new float[] {1, 0}, 1)).containsExactly(Set.of(0));
  }

  private static float[] themed(int number, int dimension, double spread) {
    return themed(number, dimension, spread, 50);
  }

  private static float[] themed(int number, int dimension, double spread, int count) {
    var random = new Random(3);
    var themes = new float[count * dimension];
    for (int i = 0; i < themes.length; i++) {
      themes[i] = (float) random.nextGaussian();
    }
    var rows = new float[number * dimension];
    for (int row = 0; row < number; row++) {
      int theme = random.nextInt(count) * dimension;
      for (int i = 0; i < dimension; i++) {
        rows[row * dimension + i] = (float) (themes[theme + i] + spread * random.nextGaussian());
      }
    }
    return rows;
  }

  @Test
  void asManyCellsAreTriedWhereATenthOfTheSampleIsMissing() {
    var rows = themed(VectorCells.sample(250_000, 64) * 9 / 10, 64, 0.3, 400);

    assertThat(VectorCells.choose(rows, 64, 10_000_000, 0.97).count()).isGreaterThan(64);
  }

  @Test
  void clustersGetCellsWithFewGuestsAndVectorsWithoutClustersGetOne() {
    long vectors = 100_000;
    int sample = VectorCells.sample(vectors, 64);
    var rows = themed(sample, 64, 0.3);
    var clustered = VectorCells.choose(rows, 64, vectors, 0.97);
    var places = cells(clustered, rows, sample).stream().mapToInt(Set::size).sum();

    assertThat(clustered.count()).isGreaterThan(10);
    assertThat(places).isLessThan(2 * sample);
    assertThat(VectorCells.choose(themed(sample, 64, 100), 64, vectors, 0.9).count()).isOne();
    assertThat(VectorCells.choose(rows, 64, vectors, -1).count()).isOne();
    assertThat(VectorCells.choose(new float[0], 64, vectors, 0.9).count()).isOne();
    Arrays.fill(rows, 1);
    assertThat(VectorCells.choose(rows, 64, vectors, 0.9).count()).isOne();
  }
}

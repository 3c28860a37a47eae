package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {
  private static final int DIMENSION = 16;
  private static final VectorSpace SPACE = new VectorSpace("t", "w", "p", "none", DIMENSION);

  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 90, 400})
  void everyRowIsInOneClusterWhoseCentreIsTheMeanOfItsRows(int wanted) {
    var vectors = blobs(2_000, 50);
    var clusters = Clusters.of(VectorRows.of(vectors), wanted, 3, () -> {});

    int[] order = clusters.order();
    int[] starts = clusters.starts();
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 2_000).toArray());
    assertThat(clusters.count()).isBetween(wanted * 2 / 3, wanted + wanted / 10);
    assertThat(starts[clusters.count()]).isEqualTo(2_000);
    for (int c = 0; c < clusters.count(); c++) {
      assertThat(starts[c + 1]).isGreaterThan(starts[c]);
      int[] members = Arrays.copyOfRange(order, starts[c], starts[c + 1]);
      assertThat(members).isSorted();
      var centre = clusters.centre(c);
      for (int k = 0; k < DIMENSION; k++) {
        int value = k;
        double mean =
            Arrays.stream(members)
                .mapToDouble(i -> vectors.get(i).toArray()[value])
                .average()
                .orElseThrow();
        assertThat((double) centre[k]).isCloseTo(mean, within(1e-6));
      }
    }
  }

  /// Ten tight blobs far apart and forty centres: every cluster is a part of one blob.
  @Test
  void rowsFarApartAreNotInOneCluster() {
    var vectors = new ArrayList<Embedding>();
    var blobs = IntStream.range(0, 10).mapToObj(_ -> vector()).toList();
    for (int i = 0; i < 1_000; i++) {
      vectors.add(near(blobs.get(i % 10), 0.01));
    }
    var clusters = Clusters.of(VectorRows.of(vectors), 40, 1, () -> {});

    for (int c = 0; c < clusters.count(); c++) {
      int from = clusters.starts()[c];
      int to = clusters.starts()[c + 1];
      var blobsOfCluster = new HashSet<Integer>();
      for (int i = from; i < to; i++) {
        blobsOfCluster.add(clusters.order()[i] % 10);
      }
      assertThat(blobsOfCluster).hasSize(1);
    }
  }

  /// Of the brute-force ten nearest of a row most are in the few clusters nearest to it.
  @Test
  void nearRowsAreInNearClusters() {
    var vectors = blobs(3_000, 60);
    var clusters = Clusters.of(VectorRows.of(vectors), 150, 5, () -> {});
    int[] clusterOf = new int[3_000];
    for (int c = 0; c < clusters.count(); c++) {
      for (int i = clusters.starts()[c]; i < clusters.starts()[c + 1]; i++) {
        clusterOf[clusters.order()[i]] = c;
      }
    }
    int found = 0;
    for (int q = 0; q < 100; q++) {
      var query = vectors.get(q);
      var near = nearestClusters(clusters, query.toArray(), 8);
      found +=
          (int)
              IntStream.range(0, 3_000)
                  .boxed()
                  .sorted((a, b) ->
                      Float.compare(query.cosine(vectors.get(b)), query.cosine(vectors.get(a))))
                  .limit(10)
                  .filter(i -> near.contains(clusterOf[i]))
                  .count();
    }
    assertThat(found).isGreaterThan(900);
  }

  @Test
  void theSameRowsGiveTheSameClustersAndEqualRowsAreTogether() {
    var vectors = new ArrayList<>(blobs(1_500, 30));
    for (int i = 0; i < 300; i++) {
      vectors.set(5 * i, vectors.get(3));
    }
    var first = Clusters.of(VectorRows.of(vectors), 100, 9, () -> {});
    var second = Clusters.of(VectorRows.of(vectors), 100, 9, () -> {});

    assertThat(first.order()).isEqualTo(second.order());
    assertThat(first.starts()).isEqualTo(second.starts());
    var equal = new HashSet<Integer>();
    for (int c = 0; c < first.count(); c++) {
      for (int i = first.starts()[c]; i < first.starts()[c + 1]; i++) {
        if (first.order()[i] % 5 == 0 || first.order()[i] == 3) {
          equal.add(c);
        }
      }
    }
    assertThat(equal).hasSize(1);
  }

  @Test
  void equalRowsAreOneClusterHoweverManyAreWanted() {
    var rows = VectorRows.of(Collections.nCopies(5, vector()));
    var clusters = Clusters.of(rows, 4, 1, () -> {});

    assertThat(clusters.count()).isEqualTo(1);
    assertThat(clusters.starts()).containsExactly(0, 5);
    assertThat(ClusterSpread.of(rows, clusters, 1, () -> {})).isLessThan(1);
  }

  /// Rows that vary alike in all of 16 directions: `1 / d` is what is measured, within the noise of
  /// clusters that are narrower in some directions than in others.
  @Test
  void theSpreadOfRowsThatVaryInAllDirectionsIsOneByTheirNumber() {
    var centres = IntStream.range(0, 40).mapToObj(_ -> vector()).toList();
    var vectors = new ArrayList<Embedding>();
    for (int i = 0; i < 4_000; i++) {
      vectors.add(near(centres.get(i % 40), 0.3));
    }
    var rows = VectorRows.of(vectors);
    var clusters = Clusters.of(rows, 40, 2, () -> {});

    assertThat(ClusterSpread.of(rows, clusters, 4, () -> {}))
        .isCloseTo(1.0 / DIMENSION, within(0.02));
  }

  @Test
  void workIsGivenUpWhereThePulseThrows() {
    var rows = VectorRows.of(blobs(100, 5));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Clusters.of(
                rows,
                10,
                1,
                () -> {
                  throw new IllegalStateException("stop");
                }))
        .withMessage("stop");
    assertThatIllegalArgumentException().isThrownBy(() -> Clusters.of(rows, 0, 1, () -> {}));
  }

  private static Set<Integer> nearestClusters(Clusters clusters, float[] query, int count) {
    return new HashSet<>(
        IntStream.range(0, clusters.count())
            .boxed()
            .sorted((a, b) ->
                Double.compare(apart(clusters.centre(a), query), apart(clusters.centre(b), query)))
            .limit(count)
            .toList());
  }

  private static double apart(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (double) (a[k] - b[k]);
    }
    return sum;
  }

  private List<Embedding> blobs(int count, int blobs) {
    var centres = IntStream.range(0, blobs).mapToObj(_ -> vector()).toList();
    return IntStream.range(0, count).mapToObj(i -> near(centres.get(i % blobs), 0.4)).toList();
  }

  private Embedding vector() {
    var values = new float[DIMENSION];
    for (int k = 0; k < DIMENSION; k++) {
      values[k] = (float) random.nextGaussian();
    }
    return Embedding.normalize(SPACE, values);
  }

  private Embedding near(Embedding centre, double noise) {
    var values = centre.toArray();
    for (int k = 0; k < DIMENSION; k++) {
      values[k] += (float) (random.nextGaussian() * noise / Math.sqrt(DIMENSION));
    }
    return Embedding.normalize(SPACE, values);
  }
}

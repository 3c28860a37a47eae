package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DbscanTest {
  @Test
  void labelsAreThoseOfScikitLearn() throws IOException {
    var rows = VectorRows.of(List.of());
    var set = "";
    int compared = 0;
    for (var line : expected()) {
      var parts = line.split(";", -1);
      if (parts[0].equals("set")) {
        set = parts[1];
        rows = rows(Integer.parseInt(parts[2]), Base64.getDecoder().decode(parts[3]));
      } else if (parts[0].equals("labels")) {
        var dbscan = new Dbscan(Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
        assertThat(dbscan.labels(rows))
            .as("%s, eps %s, min_samples %s", set, parts[1], parts[2])
            .containsExactly(
                Arrays.stream(parts[3].split(" ")).mapToInt(Integer::parseInt).toArray());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(100);
  }

  @Test
  void sketchesAndBlocksChangeNoLabel() throws IOException {
    var vectors = Seeded.clusters(9, Sketch.MIN_ROWS + 200, 32);

    for (int minSamples : new int[] {2, 4}) {
      assertThat(new Dbscan(0.1, minSamples).labels(VectorRows.of(vectors)))
          .containsExactly(bruteForce(vectors, 0.1, minSamples));
    }
  }

  @Test
  void theDistanceMayBeExactlyEps() throws IOException {
    // 1 - 0.8 = 0.2 in this space: (1, 0) and (0.8, 0.6); the float of 0.8 is a little above 0.8.
    var rows = VectorRows.of(List.of(Seeded.vector(1, 0), Seeded.vector(0.8, 0.6)));
    double distance = 1 - Seeded.cosine(Seeded.vector(1, 0), Seeded.vector(0.8, 0.6));

    assertThat(new Dbscan(distance, 2).labels(rows)).containsExactly(0, 0);
    assertThat(new Dbscan(Math.nextDown(distance), 2).labels(rows)).containsExactly(-1, -1);
  }

  @Test
  void noRowsHaveNoLabels() throws IOException {
    assertThat(new Dbscan(0.1, 2).labels(VectorRows.of(List.of()))).isEmpty();
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Dbscan(0.1, 0));
  }

  /// The published algorithm, written plainly: cluster by cluster, by a stack.
  private static int[] bruteForce(List<Embedding> vectors, double eps, int minSamples) {
    int n = vectors.size();
    var neighbours = new ArrayList<List<Integer>>();
    for (int i = 0; i < n; i++) {
      neighbours.add(new ArrayList<>(List.of(i)));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (1 - Seeded.cosine(vectors.get(i), vectors.get(j)) <= eps) {
          neighbours.get(i).add(j);
          neighbours.get(j).add(i);
        }
      }
    }
    var labels = new int[n];
    Arrays.fill(labels, -1);
    int next = 0;
    for (int i = 0; i < n; i++) {
      if (labels[i] < 0 && neighbours.get(i).size() >= minSamples) {
        var stack = new ArrayDeque<>(List.of(i));
        while (!stack.isEmpty()) {
          int at = stack.pop();
          if (labels[at] < 0) {
            labels[at] = next;
            if (neighbours.get(at).size() >= minSamples) {
              neighbours.get(at).forEach(stack::push);
            }
          }
        }
        next++;
      }
    }
    return labels;
  }

  private static List<String> expected() throws IOException {
    try (var in = DbscanTest.class.getResourceAsStream("dbscan-expected.txt")) {
      var bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static VectorRows rows(int dimension, byte[] bytes) {
    var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var vectors = new ArrayList<Embedding>();
    while (floats.hasRemaining()) {
      var row = new float[dimension];
      floats.get(row);
      vectors.add(Embedding.ofUnit(Seeded.space(dimension), row));
    }
    return VectorRows.of(vectors);
  }
}

package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How far the rows of a cluster lie apart in the direction of a vector near to it, beside how far
/// they lie apart in all directions together.
///
/// For a vector `q` and a cluster with centre `c` and mean squared radius `r²`, the dot products of
/// `q` with the cluster's rows have the mean `q·c` and, if the rows lay alike in all of `d`
/// directions, the variance `|q - c|² r² / d`. Rows of real data vary in fewer directions than they
/// have values; what stands for `1 / d` is measured here.
public final class ClusterSpread {
  private static final int VECTORS = 128;
  private static final int CLUSTERS = 16;
  private static final int ROWS = 64;

  private ClusterSpread() {}

  /// Measures `Σ (q·x - q·c)² / Σ |q - c|² r²` over sampled rows `q`, their nearest clusters, and
  /// rows `x` of these; 0 if no cluster has two different rows.
  ///
  /// @param pulse run for each sampled row, on the caller's thread; may throw to end it all
  public static double of(VectorRows rows, Clusters clusters, long seed, Runnable pulse) {
    int dimension = rows.dimension();
    var random = new Random(seed);
    int[] order = clusters.order();
    int[] starts = clusters.starts();
    var centres = IntStream.range(0, clusters.count()).mapToObj(clusters::centre).toList();
    var vector = new float[dimension];
    var row = new float[dimension];
    double found = 0;
    double expected = 0;
    for (int number : KMeans.draw(rows.rows(), Math.min(VECTORS, rows.rows()), random)) {
      pulse.run();
      rows.copy(number, number + 1, vector);
      for (int cluster : nearest(centres, vector)) {
        var centre = centres.get(cluster);
        double mean = Dot.precise(vector, centre);
        double apart = squaredDistance(vector, centre);
        int size = starts[cluster + 1] - starts[cluster];
        int step = Math.ceilDiv(size, ROWS);
        for (int i = starts[cluster]; i < starts[cluster + 1]; i += step) {
          if (order[i] != number) {
            rows.copy(order[i], order[i] + 1, row);
            double off = Dot.precise(vector, row) - mean;
            found += off * off;
            expected += apart * squaredDistance(row, centre);
          }
        }
      }
    }
    return expected > 0 ? found / expected : 0;
  }

  private static int[] nearest(List<float[]> centres, float[] vector) {
    var ranked = new long[centres.size()];
    for (int c = 0; c < ranked.length; c++) {
      float apart = (float) squaredDistance(vector, centres.get(c));
      ranked[c] = ((long) Float.floatToIntBits(apart) << Integer.SIZE) | c;
    }
    Arrays.sort(ranked);
    return Arrays.stream(ranked).limit(CLUSTERS).mapToInt(key -> (int) key).toArray();
  }

  private static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - b[k];
      sum += difference * difference;
    }
    return sum;
  }
}

package dev.anmok.core.cluster;

import java.util.Arrays;
import java.util.Random;

/// Lloyd's k-means on rows that lie in memory.
///
/// Source: Lloyd, IEEE Transactions on Information Theory 28 (1982).
final class KMeans {
  private static final int ROUNDS = 8;

  private KMeans() {}

  /// Centres, row-major, that began as different rows drawn at random. A centre that no row is
  /// nearest to is moved to a row drawn at random; where rows are equal some centres may be so too.
  ///
  /// @param rows row-major
  /// @param count number of rows, at least `wanted`
  /// @param wanted number of centres, at least 1
  /// @param pulse called before every round
  static float[] centres(
      float[] rows, int count, int dimension, int wanted, Random random, Runnable pulse) {
    var centres = new float[wanted * dimension];
    int place = 0;
    for (int row : draw(count, wanted, random)) {
      System.arraycopy(rows, row * dimension, centres, place, dimension);
      place += dimension;
    }
    var nearest = new int[count];
    for (int round = 0; round < ROUNDS; round++) {
      pulse.run();
      new NearestCentres(centres, dimension).find(rows, count, nearest);
      move(centres, rows, nearest, dimension, random);
    }
    return centres;
  }

  /// Different numbers below `count`, rising. Source: Knuth, "The Art of Computer Programming",
  /// volume 2, algorithm 3.4.2 S.
  static int[] draw(int count, int wanted, Random random) {
    var drawn = new int[wanted];
    int have = 0;
    for (int i = 0; have < wanted; i++) {
      if (random.nextInt(count - i) < wanted - have) {
        drawn[have++] = i;
      }
    }
    return drawn;
  }

  private static void move(
      float[] centres, float[] rows, int[] nearest, int dimension, Random random) {
    var counts = new int[centres.length / dimension];
    for (int cluster : nearest) {
      counts[cluster]++;
    }
    Arrays.fill(centres, 0);
    for (int row = 0; row < nearest.length; row++) {
      int at = nearest[row] * dimension;
      float share = 1f / counts[nearest[row]];
      for (int k = 0; k < dimension; k++) {
        centres[at + k] += share * rows[row * dimension + k];
      }
    }
    for (int cluster = 0; cluster < counts.length; cluster++) {
      if (counts[cluster] == 0) {
        int row = random.nextInt(nearest.length);
        System.arraycopy(rows, row * dimension, centres, cluster * dimension, dimension);
      }
    }
  }
}

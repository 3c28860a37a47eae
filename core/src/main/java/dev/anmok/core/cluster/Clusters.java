package dev.anmok.core.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Rows divided among clusters of rows that lie close together, so that those near to some vector
/// are in few of them: k-means in two steps. The rows are parted into groups about as many as a
/// group will have clusters, then the rows of each group are clustered, then each row goes to the
/// nearest centre of its own group and of the groups next to it. A million rows so meet some
/// hundred centres each and not thousands.
///
/// The same rows and seed give the same clusters; equal rows are in one cluster. Memory: 16 bytes a
/// row, 16 times the dimension a cluster and a sample of [#SAMPLE_BYTES].
public final class Clusters {
  private static final int SAMPLE_BYTES = 48 << 20;

  /// Rows for each centre to be found.
  private static final int ROWS_PER_CENTRE = 64;

  /// Clusters up to which one step is enough.
  private static final int ONE_STEP = 64;

  /// Groups in whose clusters the nearest centre of a row is looked for.
  private static final int NEIGHBOURS = 8;

  /// Rows read at once.
  private static final int BLOCK = 256;

  private final VectorRows rows;
  private final int dimension;
  private final Random random;
  private final Runnable pulse;

  private float[] centres = new float[0];
  private int[] members = new int[0];
  private int[] starts = new int[0];

  private Clusters(VectorRows rows, long seed, Runnable pulse) {
    this.rows = rows;
    this.dimension = rows.dimension();
    this.random = new Random(seed);
    this.pulse = pulse;
  }

  /// Clusters rows.
  ///
  /// @param rows at least one
  /// @param wanted about how many clusters, at least 1; fewer come out where rows are equal or few
  /// @param pulse called at least every few seconds; what it throws gives the work up
  public static Clusters of(VectorRows rows, int wanted, long seed, Runnable pulse) {
    if (rows.rows() < 1 || wanted < 1) {
      throw new IllegalArgumentException("at least one row and one cluster are needed");
    }
    var clusters = new Clusters(rows, seed, pulse);
    clusters.divide(Math.min(wanted, rows.rows()));
    return clusters;
  }

  /// Number of clusters; none is empty.
  public int count() {
    return starts.length - 1;
  }

  /// The mean of a cluster's rows.
  public float[] centre(int cluster) {
    return Arrays.copyOfRange(centres, cluster * dimension, (cluster + 1) * dimension);
  }

  /// Numbers of all rows, cluster by cluster, in each in rising order.
  public int[] order() {
    return members.clone();
  }

  /// Where each cluster begins in [#order], and at last where the last one ends.
  public int[] starts() {
    return starts.clone();
  }

  private void divide(int wanted) {
    int groups = wanted <= ONE_STEP ? 1 : (int) Math.round(Math.sqrt(wanted));
    var all = new int[rows.rows()];
    Arrays.setAll(all, i -> i);
    var groupCentres = train(all, 0, all.length, groups);
    var groupOf = new int[all.length];
    assign(all, 0, all.length, groupCentres, groupOf);
    var grouped = sorted(groupOf, groups);
    var within = new float[groups][];
    for (int g = 0; g < groups; g++) {
      int from = grouped.starts[g];
      int size = grouped.starts[g + 1] - from;
      int share =
          (int) Math.min(size, Math.max(1, Math.round((double) wanted * size / all.length)));
      within[g] = size == 0 ? new float[0] : train(grouped.order, from, size, share);
    }
    settle(grouped, groupCentres, within);
  }

  /// Sends every row to the nearest centre of the groups next to its own, and takes the means.
  private void settle(Sorted grouped, float[] groupCentres, float[][] within) {
    var first = new int[within.length + 1];
    for (int g = 0; g < within.length; g++) {
      first[g + 1] = first[g] + within[g].length / dimension;
    }
    var clusterOf = new int[grouped.order.length];
    for (int g = 0; g < within.length; g++) {
      int from = grouped.starts[g];
      int size = grouped.starts[g + 1] - from;
      if (size > 0) {
        int[] near = neighbours(groupCentres, g);
        var numbers = numbers(near, first);
        var found = new int[size];
        assign(grouped.order, from, size, joined(near, within), found);
        for (int i = 0; i < size; i++) {
          clusterOf[grouped.order[from + i]] = numbers[found[i]];
        }
      }
    }
    var clusters = sorted(clusterOf, first[within.length]);
    members = clusters.order;
    starts = Arrays.stream(clusters.starts).distinct().toArray(); // empty ones begin where the next
    centres = means();
  }

  /// A group and those whose centres are nearest to its own.
  private int[] neighbours(float[] groupCentres, int group) {
    int groups = groupCentres.length / dimension;
    var apart = new double[groups];
    for (int g = 0; g < groups; g++) {
      for (int k = 0; k < dimension; k++) {
        double difference = groupCentres[g * dimension + k] - groupCentres[group * dimension + k];
        apart[g] += difference * difference;
      }
    }
    apart[group] = -1;
    var ranked = new Integer[groups];
    Arrays.setAll(ranked, g -> g);
    Arrays.sort(ranked, (a, b) -> Double.compare(apart[a], apart[b]));
    return Arrays.stream(ranked).limit(NEIGHBOURS).mapToInt(g -> g).toArray();
  }

  private static int[] numbers(int[] near, int[] first) {
    return Arrays.stream(near).flatMap(g -> IntStream.range(first[g], first[g + 1])).toArray();
  }

  private static float[] joined(int[] near, float[][] within) {
    var joined = new float[Arrays.stream(near).map(g -> within[g].length).sum()];
    int at = 0;
    for (int g : near) {
      System.arraycopy(within[g], 0, joined, at, within[g].length);
      at += within[g].length;
    }
    return joined;
  }

  private float[] means() {
    var means = new float[count() * dimension];
    var sums = new double[dimension];
    for (int c = 0; c < count(); c++) {
      Arrays.fill(sums, 0);
      var block = new float[Math.min(BLOCK, starts[c + 1] - starts[c]) * dimension];
      for (int from = starts[c]; from < starts[c + 1]; from += BLOCK) {
        int number = Math.min(BLOCK, starts[c + 1] - from);
        read(members, from, number, block);
        for (int row = 0; row < number; row++) {
          for (int k = 0; k < dimension; k++) {
            sums[k] += block[row * dimension + k];
          }
        }
      }
      for (int k = 0; k < dimension; k++) {
        means[c * dimension + k] = (float) (sums[k] / (starts[c + 1] - starts[c]));
      }
    }
    return means;
  }

  /// Centres for some rows, found on a sample of them.
  private float[] train(int[] numbers, int from, int size, int wanted) {
    int most = Math.max(wanted, SAMPLE_BYTES / Float.BYTES / dimension);
    int sample = (int) Math.min(Math.min(size, most), (long) wanted * ROWS_PER_CENTRE);
    var drawn = KMeans.draw(size, sample, random);
    var which = new int[sample];
    Arrays.setAll(which, i -> numbers[from + drawn[i]]);
    var block = new float[sample * dimension];
    read(which, 0, sample, block);
    return KMeans.centres(block, sample, dimension, wanted, random, pulse);
  }

  private void assign(int[] numbers, int from, int size, float[] candidates, int[] found) {
    var nearest = new NearestCentres(candidates, dimension);
    var block = new float[BLOCK * dimension];
    var part = new int[BLOCK];
    for (int at = 0; at < size; at += BLOCK) {
      int count = Math.min(BLOCK, size - at);
      read(numbers, from + at, count, block);
      nearest.find(block, count, part);
      System.arraycopy(part, 0, found, at, count);
    }
  }

  private void read(int[] numbers, int from, int count, float[] block) {
    pulse.run();
    var row = new float[dimension];
    for (int i = 0; i < count; i++) {
      int number = numbers[from + i];
      rows.copy(number, number + 1, row);
      System.arraycopy(row, 0, block, i * dimension, dimension);
    }
  }

  /// Numbers sorted by what they belong to.
  private static Sorted sorted(int[] owner, int owners) {
    var starts = new int[owners + 1];
    for (int o : owner) {
      starts[o + 1]++;
    }
    for (int o = 0; o < owners; o++) {
      starts[o + 1] += starts[o];
    }
    var next = starts.clone();
    var order = new int[owner.length];
    for (int i = 0; i < owner.length; i++) {
      order[next[owner[i]]++] = i;
    }
    return new Sorted(order, starts);
  }

  private static final class Sorted {
    private final int[] order;
    private final int[] starts;

    Sorted(int[] order, int[] starts) {
      this.order = order;
      this.starts = starts;
    }
  }
}

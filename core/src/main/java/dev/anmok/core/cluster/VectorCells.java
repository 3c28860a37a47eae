package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.io.Serializable;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;

/// Cuts unit vectors into cells such that every two whose cosine similarity is at least some limit
/// have a cell in common, whatever the vectors: so only within cells need they be compared.
///
/// A vector has its home in the cell of the centre that it is nearest to, and is a guest in every
/// cell that it lies at most `ε/2` beyond each plane of, which part it from the other cells. For a
/// cell of centre `c` these are the vectors `x` with `|x-c|² - |x-b|² ≤ ε |c-b|` for every other
/// centre `b`. `ε = √(2 - 2 least)` is how far apart two similar vectors lie at most. Both lie
/// within `ε/2` of the point halfway between them; the cell of that point has both.
///
/// Thread-safe.
public final class VectorCells implements Serializable {
  private static final long serialVersionUID = 1;

  /// Most cells; four times fewer are tried as well, and so on down to one.
  static final int MOST = 4_096;

  private static final int STEP = 4;

  /// Dot products are made fastest of so many centres at once.
  private static final int TILE = 4;

  /// Vectors that a cell has at least on average.
  private static final int FEWEST = 250;

  /// Vectors of a sample from which a centre is made at least. Twice as many are asked for, since
  /// what is drawn is a share and equal vectors are drawn once.
  private static final int A_CENTRE = 8;

  private static final int LEAST_DRAWN = 1_024;
  private static final int SAMPLE_BYTES = 128 << 20;

  /// Vectors of a sample that cells are tried on.
  private static final int TRIED = 2_048;

  /// What it costs to carry a value of a vector to a cell, as a number of multiplications.
  private static final double CARRIED = 200;

  /// More than float rounding adds to the difference of two squared distances, of at most 1,500
  /// values each.
  private static final double SLACK = 5e-4;

  /// More than rounding adds to the distance of two vectors.
  private static final double APART = 1e-5;

  private final int dimension;
  private final int count;
  private final double apart;
  private final float[] centres;
  private final float[] halves;
  private final float[] distances;

  /// Cells around some centres.
  ///
  /// @param centres row-major, at least one; of equal ones one counts
  /// @param least smallest cosine similarity of vectors that have a cell in common, -1..1
  public VectorCells(float[] centres, int dimension, double least) {
    this.dimension = dimension;
    var different = different(centres, dimension);
    this.count = different.length / dimension;
    this.apart = Math.sqrt(Math.max(0, 2 - 2 * least)) + APART;
    this.centres = Arrays.copyOf(different, padded(count) * dimension);
    this.halves = new float[count];
    this.distances = new float[count * count];
    for (int c = 0; c < count; c++) {
      double square = 0;
      for (int i = c * dimension; i < (c + 1) * dimension; i++) {
        square += (double) different[i] * different[i];
      }
      halves[c] = (float) (square / 2);
      for (int other = 0; other < c; other++) {
        float distance = distance(different, c, other, dimension);
        distances[c * count + other] = distance;
        distances[other * count + c] = distance;
      }
    }
  }

  private static float[] different(float[] centres, int dimension) {
    var seen = new HashSet<FloatBuffer>();
    var kept = new float[centres.length];
    int end = 0;
    for (int at = 0; at < centres.length; at += dimension) {
      if (seen.add(FloatBuffer.wrap(centres, at, dimension))) {
        System.arraycopy(centres, at, kept, end, dimension);
        end += dimension;
      }
    }
    return Arrays.copyOf(kept, end);
  }

  /// The distance of two centres, rounded up.
  private static float distance(float[] centres, int a, int b, int dimension) {
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      double difference = (double) centres[a * dimension + i] - centres[b * dimension + i];
      square += difference * difference;
    }
    return Math.nextUp((float) Math.sqrt(square));
  }

  /// How many vectors to draw, evenly, for [#choose]; not more than 128 MiB of them, so that wide
  /// ones get fewer cells.
  ///
  /// @param vectors how many there are
  public static int sample(long vectors, int dimension) {
    int wanted = TRIED + Math.max(LEAST_DRAWN, 2 * A_CENTRE * most(vectors));
    return Math.min(wanted, SAMPLE_BYTES / Float.BYTES / dimension);
  }

  /// Most cells for so many vectors.
  private static int most(long vectors) {
    int most = 1;
    while (most < MOST && (long) most * STEP <= vectors / FEWEST) {
      most *= STEP;
    }
    return most;
  }

  /// The cells that are expected to make the least work, tried on vectors of the sample that had no
  /// part in making them. Where vectors do not lie in clusters, or the limit is low, that is one
  /// cell, in which all are compared with all. The same for the same arguments.
  ///
  /// @param sample row-major, in any fixed order; may be of none
  /// @param vectors how many there are in all
  /// @param least smallest cosine similarity of vectors that have a cell in common, -1..1
  public static VectorCells choose(float[] sample, int dimension, long vectors, double least) {
    int number = sample.length / dimension;
    int tried = Math.min(TRIED, number / 2);
    var trial = Arrays.copyOf(sample, tried * dimension);
    var drawn = Arrays.copyOfRange(sample, tried * dimension, number * dimension);
    var best = new VectorCells(new float[dimension], dimension, least);
    double cost = best.cost(trial, vectors);
    for (int wanted = STEP;
        wanted <= most(vectors) && A_CENTRE * wanted <= number - tried;
        wanted *= STEP) {
      var centres =
          KMeans.centres(drawn, number - tried, dimension, wanted, new Random(wanted), () -> {});
      var cells = new VectorCells(centres, dimension, least);
      double expected = cells.cost(trial, vectors);
      if (expected < cost) {
        best = cells;
        cost = expected;
      }
    }
    return best;
  }

  /// What comparing within cells would cost, in multiplications, as far as some vectors tell.
  private double cost(float[] trial, long vectors) {
    int tried = trial.length / dimension;
    if (tried < 2) {
      return 0;
    }
    var members = new long[count];
    placing()
        .place(
            trial,
            tried,
            (_, cells) -> {
              for (int cell : cells) {
                members[cell]++;
              }
            });
    double meeting = 0;
    double places = 0;
    for (long in : members) {
      meeting += in * (in - 1) / 2.0;
      places += in;
    }
    double pairs = meeting / (tried * (tried - 1) / 2.0) * vectors * vectors / 2;
    return pairs * dimension / 2 + vectors * (count + places / tried * CARRIED) * dimension;
  }

  public int dimension() {
    return dimension;
  }

  /// How many cells there are.
  public int count() {
    return count;
  }

  /// Takes note of the cells of a vector.
  @FunctionalInterface
  public interface Placed {
    /// Cells of a row.
    ///
    /// @param cells different numbers below [#count], its home first
    void in(int row, int[] cells);
  }

  /// Finds the cells of vectors; for one thread.
  public Placing placing() {
    return new Placing();
  }

  private static int padded(int count) {
    return Math.ceilDiv(count, TILE) * TILE;
  }

  /// One thread's room to find cells.
  public final class Placing {
    /// Vectors that meet all centres at once.
    private static final int BLOCK = 32;

    private final float[] block = new float[BLOCK * dimension];
    private final float[] dots = new float[BLOCK * padded(count)];
    private final int[] cells = new int[count];

    private Placing() {}

    /// Tells of the cells of some vectors, one after the other.
    ///
    /// @param rows row-major, of whatever length but zero
    /// @param number how many
    public void place(float[] rows, int number, Placed placed) {
      for (int from = 0; from < number; from += BLOCK) {
        int some = Math.min(BLOCK, number - from);
        for (int row = 0; row < some; row++) {
          unit(rows, (from + row) * dimension, row * dimension);
        }
        int even = (some + 1) / 2 * 2;
        Dot.manyToMany(block, even, centres, padded(count), dimension, dots);
        for (int row = 0; row < some; row++) {
          placed.in(from + row, Arrays.copyOf(cells, find(row * padded(count))));
        }
      }
    }

    private void unit(float[] rows, int at, int to) {
      double square = 0;
      for (int i = at; i < at + dimension; i++) {
        square += (double) rows[i] * rows[i];
      }
      double length = Math.sqrt(square);
      for (int i = 0; i < dimension; i++) {
        block[to + i] = (float) (rows[at + i] / length);
      }
    }

    /// Fills in the cells of a row.
    ///
    /// @param at where its dot products with the centres begin
    /// @return how many there are
    private int find(int at) {
      int home = 0;
      for (int c = 0; c < count; c++) {
        dots[at + c] -= halves[c]; // the larger the nearer: (1 - distance²) / 2
        home = dots[at + c] > dots[at + home] ? c : home;
      }
      cells[0] = home;
      int found = 1;
      for (int c = 0; c < count; c++) {
        if (c != home && near(at, home, c, home * count + c) && belongs(at, c)) {
          cells[found++] = c;
        }
      }
      return found;
    }

    /// Whether a row lies near enough to the plane between two cells to be in the farther one.
    ///
    /// @param pair where their distance stands
    private boolean near(int at, int nearer, int farther, int pair) {
      double squares = 2 * ((double) dots[at + nearer] - dots[at + farther]);
      return squares <= apart * distances[pair] + SLACK;
    }

    private boolean belongs(int at, int cell) {
      for (int nearer = 0; nearer < count; nearer++) {
        if (dots[at + nearer] > dots[at + cell] && !near(at, nearer, cell, cell * count + nearer)) {
          return false;
        }
      }
      return true;
    }
  }
}

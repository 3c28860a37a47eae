package dev.anmok.core.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Groups that do not chain. Rows come in order of preference; a row that is related to no keeper
/// before it is a keeper itself, every other row belongs to the keeper to which it is related most
/// strongly (then most like, then first). So every member is related to its keeper, no two keepers
/// are related to each other, and the groups follow from the order of preference alone, not from
/// the order in which rows came in.
///
/// 16 bytes a row, and what [PairScan] takes.
public final class KeeperGroups {
  private final int[] keepers;
  private final byte[] strengths;
  private final double[] cosines;

  /// How strongly two rows are related.
  @FunctionalInterface
  public interface Relation {
    /// 0 for not at all; the larger the stronger, up to 127.
    int strength(int a, int b, double cosine);
  }

  /// Rows that may be related to a row, found without going through all.
  public interface Candidates {
    /// Tells of keepers that may be related to a row, in any order, also more than once.
    void find(int row, IntConsumer found);

    /// Takes note of a new keeper.
    void keep(int row);

    /// Cosine similarity of two rows.
    double cosine(int a, int b);
  }

  private KeeperGroups(int rows) {
    this.keepers = new int[rows];
    this.strengths = new byte[rows];
    this.cosines = new double[rows];
    Arrays.fill(keepers, -1);
  }

  /// Groups rows that are related only if their cosine similarity is at least `least`.
  ///
  /// @param rows in order of preference, the best first
  /// @param relation asked from several threads
  /// @throws IOException if there is no room for a temporary file
  public static KeeperGroups of(VectorRows rows, double least, Relation relation)
      throws IOException {
    var groups = new KeeperGroups(rows.rows());
    try (var scan = new PairScan(rows, least)) {
      for (int from = 0; from < rows.rows(); from += PairScan.COLUMNS) {
        int to = Math.min(rows.rows(), from + PairScan.COLUMNS);
        scan.before(from, to, groups.new Joining(relation));
        groups.settle(scan, from, to, relation);
      }
    }
    return groups;
  }

  /// Groups rows by the candidates for each.
  ///
  /// @param rows number of rows, in order of preference
  public static KeeperGroups of(int rows, Candidates candidates, Relation relation) {
    var groups = new KeeperGroups(rows);
    for (int row = 0; row < rows; row++) {
      int at = row;
      candidates.find(
          row,
          keeper -> {
            double cosine = candidates.cosine(keeper, at);
            groups.join(keeper, at, relation.strength(keeper, at, cosine), cosine);
          });
      if (groups.keepers[row] < 0) {
        groups.keepers[row] = row;
        candidates.keep(row);
      }
    }
    return groups;
  }

  /// Decides on the rows of one block, after they were compared with all keepers before it.
  private void settle(PairScan scan, int from, int to, Relation relation) {
    int size = to - from;
    var within = new double[size * size];
    Arrays.fill(within, Double.NaN);
    scan.within(from, to, (a, b, cosine) -> within[(b - from) * size + a - from] = cosine);
    for (int row = from; row < to; row++) {
      for (int other = from; other < row; other++) {
        double cosine = within[(row - from) * size + other - from];
        if (keepers[other] == other && !Double.isNaN(cosine)) {
          join(other, row, relation.strength(other, row, cosine), cosine);
        }
      }
      if (keepers[row] < 0) {
        keepers[row] = row;
      }
    }
  }

  private void join(int keeper, int row, int strength, double cosine) {
    boolean stronger =
        strength > strengths[row]
            || (strength == strengths[row]
                && strength > 0
                && (cosine > cosines[row] || (cosine == cosines[row] && keeper < keepers[row])));
    if (stronger) {
      keepers[row] = keeper;
      strengths[row] = (byte) strength;
      cosines[row] = cosine;
    }
  }

  /// Compares rows of a block with keepers before it.
  private final class Joining implements PairScan.Visitor {
    private final Relation relation;

    Joining(Relation relation) {
      this.relation = relation;
    }

    @Override
    public boolean wanted(int first, int second) {
      return keepers[first] == first;
    }

    @Override
    public void pair(int first, int second, double cosine) {
      int strength = relation.strength(first, second, cosine);
      synchronized (KeeperGroups.this) {
        join(first, second, strength, cosine);
      }
    }
  }

  /// The keeper of a row; a keeper is its own.
  public int keeper(int row) {
    return keepers[row];
  }

  /// How strongly a row is related to its keeper; 0 for a keeper.
  public int strength(int row) {
    return strengths[row];
  }

  /// The cosine similarity of a row to its keeper; 0 for a keeper.
  public double cosine(int row) {
    return cosines[row];
  }

  public int rows() {
    return keepers.length;
  }
}

package dev.anmok.core.cluster;

/// Groups of photos that are among each other's nearest.
public final class MutualNeighbours {
  private MutualNeighbours() {}

  /// Connected groups of the graph that joins two rows if each is among the other's `k` nearest
  /// (itself not counted) and their cosine similarity is at least `floor`. With fewer rows than `k`
  /// all of them are neighbours.
  ///
  /// @param k at least 1
  /// @return a group number a row, numbered from 0 in order of each group's first row
  public static int[] groups(VectorRows rows, int k, double floor) {
    if (k < 1 || floor > 1) {
      throw new IllegalArgumentException("k must be >= 1 and floor at most 1");
    }
    return new int[rows.rows()];
  }
}

package dev.anmok.core.cluster;

/// Groups of photos that are among each other's nearest. Takes what [NearestRows] takes.
public final class MutualNeighbours {
  private MutualNeighbours() {}

  /// Connected groups of the graph that joins two rows if each is among the other's `k` nearest
  /// (itself not counted) and their cosine similarity is at least `floor`. With fewer rows than `k`
  /// all of them are neighbours. Of equally near rows the first ones count.
  ///
  /// @param k at least 1
  /// @return a group number a row, numbered from 0 in order of each group's first row
  public static int[] groups(VectorRows rows, int k, double floor) {
    var nearest = NearestRows.of(rows, k, floor);
    var groups = new Components(rows.rows());
    for (int a = 0; a < rows.rows(); a++) {
      for (int b : nearest.to(a)) {
        if (b > a && nearest.holds(b, a)) {
          groups.join(a, b);
        }
      }
    }
    return groups.numbers();
  }
}

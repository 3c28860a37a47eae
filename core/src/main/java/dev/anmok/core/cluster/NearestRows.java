package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.util.Arrays;

/// The nearest rows of every row by exhaustive comparison, block by block: time grows with the
/// square of the rows, memory with `rows * k`.
public final class NearestRows {
  private static final int LEFT = 64;
  private static final int RIGHT = 1024;

  private NearestRows() {}

  /// Finds them.
  ///
  /// @param k at least 1; with fewer rows than `k` all of them are listed
  /// @return for each row its `min(k, rows)` nearest, the row itself among them, best first; of
  ///   equally near ones the earlier row first
  public static int[][] of(VectorRows rows, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, was " + k);
    }
    int n = rows.rows();
    int dimension = rows.dimension();
    int kept = Math.min(k, n);
    var nearest = new int[n][kept];
    var left = new float[LEFT * dimension];
    var right = new float[RIGHT * dimension];
    var dots = new float[LEFT * RIGHT];
    for (int from = 0; from < n; from += LEFT) {
      int lefts = Math.min(LEFT, n - from);
      rows.copy(from, from + lefts, left);
      var best = new float[lefts][kept];
      for (var each : best) {
        Arrays.fill(each, Float.NEGATIVE_INFINITY);
      }
      for (int to = 0; to < n; to += RIGHT) {
        int rights = Math.min(RIGHT, n - to);
        rows.copy(to, to + rights, right);
        Dot.manyToMany(left, lefts, right, rights, dimension, dots);
        for (int i = 0; i < lefts; i++) {
          for (int j = 0; j < rights; j++) {
            offer(dots[i * rights + j], to + j, best[i], nearest[from + i]);
          }
        }
      }
    }
    return nearest;
  }

  /// Inserts a row into a list that is ordered best first.
  private static void offer(float dot, int row, float[] best, int[] nearest) {
    int place = best.length;
    while (place > 0 && dot > best[place - 1]) {
      place--;
    }
    if (place == best.length) {
      return;
    }
    System.arraycopy(best, place, best, place + 1, best.length - place - 1);
    System.arraycopy(nearest, place, nearest, place + 1, nearest.length - place - 1);
    best[place] = dot;
    nearest[place] = row;
  }
}

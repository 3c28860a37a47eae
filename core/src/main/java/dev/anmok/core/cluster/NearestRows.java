package dev.anmok.core.cluster;

import dev.anmok.core.embed.PackedRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The nearest others of every row. Every two rows are compared, block by block on all cores: time
/// grows with the square of the rows; the memory is `8 k` bytes a row and a few blocks a core.
public final class NearestRows {
  private static final int COLUMNS = 512;
  private static final int LEFT = 256;

  private final VectorRows rows;
  private final int k;
  private final float floor;
  private final int[] nearest;
  private final float[] cosines;
  private final int[] counts;

  private NearestRows(VectorRows rows, int k, double floor) {
    this.rows = rows;
    this.k = Math.min(k, Math.max(1, rows.rows() - 1));
    this.floor = (float) floor;
    this.nearest = new int[Math.multiplyExact(rows.rows(), this.k)];
    this.cosines = new float[nearest.length];
    this.counts = new int[rows.rows()];
  }

  /// Finds them.
  ///
  /// @param k how many of each row, at least 1; with no more others than that all count
  /// @param floor smallest cosine similarity, at most 1; negative infinity for none
  public static NearestRows of(VectorRows rows, int k, double floor) {
    if (k < 1 || !(floor <= 1)) {
      throw new IllegalArgumentException("k must be >= 1 and floor at most 1");
    }
    var search = new NearestRows(rows, k, floor);
    int blocks = Math.ceilDiv(rows.rows(), COLUMNS);
    IntStream.range(0, blocks).parallel().forEach(search::block);
    return search;
  }

  /// The nearest others of a row, the nearest first, of equally near ones the earlier row first; at
  /// most `k`.
  public int[] to(int row) {
    return Arrays.copyOfRange(nearest, row * k, row * k + counts[row]);
  }

  /// Whether `other` is among the nearest of `row`.
  boolean holds(int row, int other) {
    for (int i = row * k; i < row * k + counts[row]; i++) {
      if (nearest[i] == other) {
        return true;
      }
    }
    return false;
  }

  /// Finds the neighbours of one block of rows among all rows.
  private void block(int number) {
    int from = number * COLUMNS;
    int to = Math.min(rows.rows(), from + COLUMNS);
    int dimension = rows.dimension();
    var columns = new float[(to - from) * dimension];
    rows.copy(from, to, columns);
    var packed = new PackedRows(to - from, dimension);
    packed.pack(columns, to - from);
    var left = new float[LEFT * dimension];
    for (int first = 0; first < rows.rows(); first += LEFT) {
      int last = Math.min(rows.rows(), first + LEFT);
      int start = first;
      rows.copy(first, last, left);
      packed.meet(
          left,
          last - first,
          floor,
          (other, column, dot) -> offer(from + column, start + other, dot));
    }
  }

  /// Rows are offered in rising order, so an equal one that comes later stays behind.
  private void offer(int row, int other, float cosine) {
    if (row == other) {
      return;
    }
    int at = row * k;
    int count = counts[row];
    if (count == k && cosine <= cosines[at + k - 1]) {
      return;
    }
    int place = count == k ? k - 1 : count;
    for (; place > 0 && cosines[at + place - 1] < cosine; place--) {
      cosines[at + place] = cosines[at + place - 1];
      nearest[at + place] = nearest[at + place - 1];
    }
    cosines[at + place] = cosine;
    nearest[at + place] = other;
    counts[row] = Math.min(k, count + 1);
  }
}

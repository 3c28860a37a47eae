package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Breaks groups up until none is wide. Connected groups of a neighbour graph chain: each photo is
/// like the next and the first is nothing like the last.
///
/// A group is whole if every member's cosine similarity to the group's medoid is at least the
/// floor; the medoid is the member with the largest sum of similarities, which is the largest dot
/// product with the sum of all members. A group that is not whole is cut in two by the member
/// farthest from the medoid and the member farthest from that one: each other member goes to the
/// nearer. A whole group of one stays, so it ends. Time is proportional to the group's size for
/// each depth of cutting; memory is a few vectors and about 40 bytes a row.
public final class BoundedGroups {
  private BoundedGroups() {}

  /// Breaks groups up.
  ///
  /// @param rows unit vectors
  /// @param groups a group number a row
  /// @param floor smallest cosine similarity to the medoid
  /// @return a group number a row, numbered from 0 in order of each group's first row
  public static int[] split(VectorRows rows, int[] groups, double floor) {
    if (groups.length != rows.rows()) {
      throw new IllegalArgumentException(
          "expected a group for each of " + rows.rows() + " rows, got " + groups.length);
    }
    var cut = new Cut(rows, floor);
    for (var members : members(groups)) {
      cut.apart(members);
    }
    return numberedByFirstRow(cut.group);
  }

  /// The rows of each group, in order of row.
  ///
  /// @param groups a group number a row, numbered from 0 without holes
  public static int[][] members(int[] groups) {
    var sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
    for (int group : groups) {
      sizes[group]++;
    }
    var members = Arrays.stream(sizes).mapToObj(size -> new int[size]).toArray(int[][]::new);
    for (int row = groups.length - 1; row >= 0; row--) {
      members[groups[row]][--sizes[groups[row]]] = row;
    }
    return members;
  }

  private static int[] numberedByFirstRow(int[] groups) {
    var numbers = new int[groups.length];
    Arrays.fill(numbers, -1);
    var result = new int[groups.length];
    int next = 0;
    for (int row = 0; row < groups.length; row++) {
      if (numbers[groups[row]] < 0) {
        numbers[groups[row]] = next++;
      }
      result[row] = numbers[groups[row]];
    }
    return result;
  }

  private static final class Cut {
    private final VectorRows rows;
    private final double floor;
    private final int[] group;
    private int next;

    Cut(VectorRows rows, double floor) {
      this.rows = rows;
      this.floor = floor;
      this.group = new int[rows.rows()];
    }

    void apart(int[] members) {
      var open = new ArrayDeque<int[]>();
      open.push(members);
      while (!open.isEmpty()) {
        var some = open.pop();
        var near = toMedoid(some);
        int far = smallest(near);
        if (some.length == 1 || near[far] >= floor) {
          for (int row : some) {
            group[row] = next;
          }
          next++;
          continue;
        }
        var toFar = to(vector(some[far]), some);
        var toOther = to(vector(some[smallest(toFar)]), some);
        var left = IntStream.range(0, some.length).filter(i -> toFar[i] > toOther[i]).toArray();
        var right = IntStream.range(0, some.length).filter(i -> toFar[i] <= toOther[i]).toArray();
        if (left.length == 0 || right.length == 0) { // all are the same vector but for rounding
          left = new int[] {0};
          right = IntStream.range(1, some.length).toArray();
        }
        open.push(Arrays.stream(right).map(i -> some[i]).toArray());
        open.push(Arrays.stream(left).map(i -> some[i]).toArray());
      }
    }

    private float[] toMedoid(int[] members) {
      var sum = new float[rows.dimension()];
      var one = new float[rows.dimension()];
      for (int row : members) {
        rows.copy(row, row + 1, one);
        for (int d = 0; d < sum.length; d++) {
          sum[d] += one[d];
        }
      }
      var toSum = to(sum, members);
      int medoid = 0;
      for (int i = 1; i < toSum.length; i++) {
        medoid = toSum[i] > toSum[medoid] ? i : medoid;
      }
      return to(vector(members[medoid]), members);
    }

    private float[] to(float[] vector, int[] members) {
      var one = new float[rows.dimension()];
      var dots = new float[members.length];
      for (int i = 0; i < members.length; i++) {
        rows.copy(members[i], members[i] + 1, one);
        dots[i] = Dot.precise(vector, one);
      }
      return dots;
    }

    private float[] vector(int row) {
      var vector = new float[rows.dimension()];
      rows.copy(row, row + 1, vector);
      return vector;
    }

    private static int smallest(float[] values) {
      int smallest = 0;
      for (int i = 1; i < values.length; i++) {
        smallest = values[i] < values[smallest] ? i : smallest;
      }
      return smallest;
    }
  }
}

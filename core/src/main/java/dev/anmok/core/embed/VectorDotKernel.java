package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Dot products with the widest vectors of the machine. Many-to-many goes through the right rows in
/// blocks that stay in the cache, four of them against two left rows at a time, so that each value
/// loaded is used several times; a product has the same bits wherever its rows stand among them.
///
/// [LaneSums] adds up lanes in one order, however the code is run.
final class VectorDotKernel implements DotKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /// Floats of the right side worked on at once: 64 KiB, within a second-level cache.
  private static final int BLOCK_FLOATS = 16_384;

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    var s0 = FloatVector.zero(SPECIES);
    var s1 = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i + 2 * WIDTH <= length; i += 2 * WIDTH) {
      s0 = load(a, aOffset + i).fma(load(b, bOffset + i), s0);
      s1 = load(a, aOffset + i + WIDTH).fma(load(b, bOffset + i + WIDTH), s1);
    }
    float sum = LaneSums.of(s0.add(s1));
    for (; i < length; i++) {
      sum += a[aOffset + i] * b[bOffset + i];
    }
    return sum;
  }

  @Override
  public void manyToMany(
      float[] left, int leftRows, float[] right, int rightRows, int dimension, float[] out) {
    int block = Math.max(4, BLOCK_FLOATS / dimension / 4 * 4);
    var sums = new float[LaneSums.ROOM];
    for (int from = 0; from < rightRows; from += block) {
      int to = Math.min(rightRows, from + block);
      int l = 0;
      for (; l + 1 < leftRows; l += 2) {
        int r = from;
        for (; r + 3 < to; r += 4) {
          tile(left, l, right, r, rightRows, dimension, sums, out);
        }
        for (; r < to; r++) {
          single(left, l, right, r, rightRows, dimension, out);
          single(left, l + 1, right, r, rightRows, dimension, out);
        }
      }
      for (int r = from; l < leftRows && r < to; r++) {
        single(left, l, right, r, rightRows, dimension, out);
      }
    }
  }

  @Override
  public void bytes(byte[] query, byte[] rows, int from, int to, int[] out) {
    ByteDots.dots(query, rows, from, to, out);
  }

  @Override
  public void bytes(byte[] query, MemorySegment block, int[] which, int count, int[] out) {
    ByteDots.dots(query, block, which, count, out);
  }

  @Override
  public void bytes(byte[] query, MemorySegment block, int from, int to, int[] out) {
    ByteDots.dots(query, block, from, to, out);
  }

  @Override
  public int panelWidth() {
    return 2 * WIDTH;
  }

  /// Eight running sums of one vector each, as many as hide the latency of a multiply-add on two
  /// ports; no lanes are added up, and nothing is stored unless a value is large enough.
  @Override
  public boolean reaches(
      float[] left, int row, float[] panels, int at, int dimension, float least, float[] out) {
    int l0 = row * dimension;
    int l1 = l0 + dimension;
    int l2 = l1 + dimension;
    int l3 = l2 + dimension;
    var a0 = FloatVector.zero(SPECIES);
    var a1 = a0;
    var a2 = a0;
    var a3 = a0;
    var b0 = a0;
    var b1 = a0;
    var b2 = a0;
    var b3 = a0;
    int column = at;
    for (int k = 0; k < dimension; k++, column += 2 * WIDTH) {
      var x = load(panels, column);
      var y = load(panels, column + WIDTH);
      var value = FloatVector.broadcast(SPECIES, left[l0 + k]);
      a0 = value.fma(x, a0);
      b0 = value.fma(y, b0);
      value = FloatVector.broadcast(SPECIES, left[l1 + k]);
      a1 = value.fma(x, a1);
      b1 = value.fma(y, b1);
      value = FloatVector.broadcast(SPECIES, left[l2 + k]);
      a2 = value.fma(x, a2);
      b2 = value.fma(y, b2);
      value = FloatVector.broadcast(SPECIES, left[l3 + k]);
      a3 = value.fma(x, a3);
      b3 = value.fma(y, b3);
    }
    var largest = a0.max(a1).max(a2.max(a3)).max(b0.max(b1).max(b2.max(b3)));
    if (!largest.compare(VectorOperators.GE, least).anyTrue()) {
      return false;
    }
    a0.intoArray(out, 0);
    b0.intoArray(out, WIDTH);
    a1.intoArray(out, 2 * WIDTH);
    b1.intoArray(out, 3 * WIDTH);
    a2.intoArray(out, 4 * WIDTH);
    b2.intoArray(out, 5 * WIDTH);
    a3.intoArray(out, 6 * WIDTH);
    b3.intoArray(out, 7 * WIDTH);
    return true;
  }

  /// As in a tile.
  private static void single(
      float[] left, int l, float[] right, int r, int rightRows, int dimension, float[] out) {
    int a = l * dimension;
    int b = r * dimension;
    var sums = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i + WIDTH <= dimension; i += WIDTH) {
      sums = load(left, a + i).fma(load(right, b + i), sums);
    }
    out[l * rightRows + r] = LaneSums.of(sums) + tail(left, a, right, b, i, dimension);
  }

  /// Two left rows against four right rows.
  private static void tile(
      float[] left,
      int l,
      float[] right,
      int r,
      int rightRows,
      int dimension,
      float[] sums,
      float[] out) {
    int l0 = l * dimension;
    int l1 = l0 + dimension;
    int r0 = r * dimension;
    int r1 = r0 + dimension;
    int r2 = r1 + dimension;
    int r3 = r2 + dimension;
    var a0 = FloatVector.zero(SPECIES);
    var a1 = a0;
    var a2 = a0;
    var a3 = a0;
    var b0 = a0;
    var b1 = a0;
    var b2 = a0;
    var b3 = a0;
    int i = 0;
    for (; i + WIDTH <= dimension; i += WIDTH) {
      var x0 = load(left, l0 + i);
      var x1 = load(left, l1 + i);
      var y = load(right, r0 + i);
      a0 = x0.fma(y, a0);
      b0 = x1.fma(y, b0);
      y = load(right, r1 + i);
      a1 = x0.fma(y, a1);
      b1 = x1.fma(y, b1);
      y = load(right, r2 + i);
      a2 = x0.fma(y, a2);
      b2 = x1.fma(y, b2);
      y = load(right, r3 + i);
      a3 = x0.fma(y, a3);
      b3 = x1.fma(y, b3);
    }
    LaneSums.of(a0, a1, a2, a3, b0, b1, b2, b3, sums);
    int o0 = l * rightRows + r;
    int o1 = o0 + rightRows;
    for (int k = 0; k < 4; k++) {
      int y = r0 + k * dimension;
      out[o0 + k] = sums[k] + tail(left, l0, right, y, i, dimension);
      out[o1 + k] = sums[4 + k] + tail(left, l1, right, y, i, dimension);
    }
  }

  private static float tail(float[] a, int aOffset, float[] b, int bOffset, int from, int length) {
    float sum = 0;
    for (int i = from; i < length; i++) {
      sum += a[aOffset + i] * b[bOffset + i];
    }
    return sum;
  }

  private static FloatVector load(float[] values, int offset) {
    return FloatVector.fromArray(SPECIES, values, offset);
  }
}

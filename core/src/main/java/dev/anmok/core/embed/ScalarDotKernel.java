package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Plain loops with four running sums, which shortens the chain of additions.
final class ScalarDotKernel implements DotKernel {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[aOffset + i] * b[bOffset + i];
      s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
      s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
      s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aOffset + i] * b[bOffset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void manyToMany(
      float[] left, int leftRows, float[] right, int rightRows, int dimension, float[] out) {
    for (int l = 0; l < leftRows; l++) {
      for (int r = 0; r < rightRows; r++) {
        out[l * rightRows + r] = dot(left, l * dimension, right, r * dimension, dimension);
      }
    }
  }

  @Override
  public void bytes(byte[] query, byte[] rows, int from, int to, int[] out) {
    for (int r = from; r < to; r++) {
      int row = r * query.length;
      int sum = 0;
      for (int i = 0; i < query.length; i++) {
        sum += query[i] * rows[row + i];
      }
      out[r - from] = sum;
    }
  }

  @Override
  public void bytes(byte[] query, MemorySegment block, int[] which, int count, int[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = dot(query, block, which[i]);
    }
  }

  @Override
  public void bytes(byte[] query, MemorySegment block, int from, int to, int[] out) {
    for (int row = from; row < to; row++) {
      out[row - from] = dot(query, block, row);
    }
  }

  private static int dot(byte[] query, MemorySegment block, int row) {
    long at = (long) row * query.length;
    int sum = 0;
    for (int k = 0; k < query.length; k++) {
      sum += query[k] * block.get(ValueLayout.JAVA_BYTE, at + k);
    }
    return sum;
  }

  @Override
  public int panelWidth() {
    return 8;
  }

  @Override
  public boolean reaches(
      float[] left, int row, float[] panels, int at, int dimension, float least, float[] out) {
    boolean any = false;
    for (int r = 0; r < 4; r++) {
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      float s4 = 0;
      float s5 = 0;
      float s6 = 0;
      float s7 = 0;
      int column = at;
      int value = (row + r) * dimension;
      for (int k = 0; k < dimension; k++, column += 8) {
        float x = left[value + k];
        s0 += x * panels[column];
        s1 += x * panels[column + 1];
        s2 += x * panels[column + 2];
        s3 += x * panels[column + 3];
        s4 += x * panels[column + 4];
        s5 += x * panels[column + 5];
        s6 += x * panels[column + 6];
        s7 += x * panels[column + 7];
      }
      float largest =
          Math.max(
              Math.max(Math.max(s0, s1), Math.max(s2, s3)),
              Math.max(Math.max(s4, s5), Math.max(s6, s7)));
      any |= largest >= least;
      int o = r * 8;
      out[o] = s0;
      out[o + 1] = s1;
      out[o + 2] = s2;
      out[o + 3] = s3;
      out[o + 4] = s4;
      out[o + 5] = s5;
      out[o + 6] = s6;
      out[o + 7] = s7;
    }
    return any;
  }
}

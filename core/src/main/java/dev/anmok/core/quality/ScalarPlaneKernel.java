package dev.anmok.core.quality;

import java.util.Arrays;

/// Plain loops.
final class ScalarPlaneKernel implements PlaneKernel {
  private static final int MAX = 255;

  @Override
  public void widen(byte[] values, int from, int count, short[] out, int to) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (short) (values[from + i] & 0xff);
    }
  }

  @Override
  public void halve(short[] v, int at, int stride, int count, short[] out, int to) {
    for (int x = 0; x < count; x++) {
      int i = at + 2 * x;
      out[to + x] = (short) (v[i] + v[i + 1] + v[i + stride] + v[i + stride + 1]);
    }
  }

  @Override
  public void scan(short[] v, int at, int stride, int rows, ColumnSums sums) {
    var s = sums.values();
    int width = sums.width();
    Arrays.fill(s, 0, ColumnSums.XX * width, 0);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        int i = at + y * stride + x;
        int value = v[i];
        int along = v[i + 1] - v[i - 1];
        int down = v[i + stride] - v[i - stride];
        int falling = v[i + stride + 1] - v[i - stride - 1];
        int rising = v[i + stride - 1] - v[i - stride + 1];
        int gx = 2 * along + falling - rising;
        int gy = 2 * down + falling + rising;
        s[x] += value;
        s[ColumnSums.LUMA2 * width + x] += value * value;
        s[ColumnSums.GRADIENT2 * width + x] += gx * gx + gy * gy;
        addLaplacian(v[i - 1] + v[i + 1] + v[i - stride] + v[i + stride] - 4 * value, x, s, width);
      }
    }
    tensors(v, at, stride, rows, sums);
  }

  private static void addLaplacian(int laplacian, int x, int[] s, int width) {
    int positive = Math.max(0, laplacian);
    int clipped = Math.min(MAX, positive);
    s[ColumnSums.LAPLACIAN * width + x] += laplacian;
    s[ColumnSums.LAPLACIAN2 * width + x] += laplacian * laplacian;
    s[ColumnSums.POSITIVE * width + x] += positive;
    s[ColumnSums.CLIPPED * width + x] += clipped;
    s[ColumnSums.CLIPPED2 * width + x] += clipped * clipped;
  }

  @Override
  public void tensors(short[] v, int at, int stride, int rows, ColumnSums sums) {
    var s = sums.values();
    int width = sums.width();
    Arrays.fill(s, ColumnSums.XX * width, ColumnSums.KINDS * width, 0);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        int i = at + y * stride + x;
        int along = v[i + 1] - v[i - 1];
        int down = v[i + stride] - v[i - stride];
        s[ColumnSums.XX * width + x] += along * along;
        s[ColumnSums.XY * width + x] += along * down;
        s[ColumnSums.YY * width + x] += down * down;
      }
    }
  }

  @Override
  public void laplacians(short[] v, int at, int stride, int rows, ColumnSums sums) {
    var s = sums.values();
    int width = sums.width();
    Arrays.fill(s, ColumnSums.LAPLACIAN * width, ColumnSums.POSITIVE * width, 0);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        int i = at + y * stride + x;
        int laplacian = v[i - 1] + v[i + 1] + v[i - stride] + v[i + stride] - 4 * v[i];
        s[ColumnSums.LAPLACIAN * width + x] += laplacian;
        s[ColumnSums.LAPLACIAN2 * width + x] += laplacian * laplacian;
      }
    }
  }
}

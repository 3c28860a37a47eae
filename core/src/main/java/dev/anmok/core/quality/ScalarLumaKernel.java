package dev.anmok.core.quality;

/// Plain loops.
final class ScalarLumaKernel implements LumaKernel {
  private static final int CAP = 32;
  private static final int MAX = 255;

  @Override
  public void grey(byte[] rgb, byte[] out) {
    grey(rgb, 0, out);
  }

  /// From pixel `from` on.
  void grey(byte[] rgb, int from, byte[] out) {
    for (int i = from, j = 3 * from; i < out.length; i++, j += 3) {
      int sum =
          19_595 * (rgb[j] & 0xff) + 38_470 * (rgb[j + 1] & 0xff) + 7_471 * (rgb[j + 2] & 0xff);
      out[i] = (byte) ((sum + 32_768) >> 16);
    }
  }

  @Override
  public int countUnder(byte[] values, int level) {
    return countUnder(values, 0, level);
  }

  int countUnder(byte[] values, int from, int level) {
    int count = 0;
    for (int i = from; i < values.length; i++) {
      count += ((values[i] & 0xff) - level) >>> 31;
    }
    return count;
  }

  @Override
  public void bend(byte[] values, int at, int width, short[] bent) {
    bend(values, at, 0, width, bent);
  }

  void bend(byte[] v, int at, int from, int width, short[] bent) {
    for (int x = from; x < width; x++) {
      int i = at + x;
      bent[x] = (short) ((v[i - width] & 0xff) - 2 * (v[i] & 0xff) + (v[i + width] & 0xff));
    }
  }

  @Override
  public void addBends(short[] bent, int width, short[] sums) {
    addBends(bent, 1, width, sums);
  }

  void addBends(short[] bent, int from, int width, short[] sums) {
    for (int x = from; x < width - 1; x++) {
      sums[x] += (short) Math.abs(bent[x - 1] - 2 * bent[x] + bent[x + 1]);
    }
  }

  @Override
  public void addValues(byte[] values, int row, int width, short[] sums) {
    addValues(values, row, 0, width, sums);
  }

  void addValues(byte[] values, int row, int from, int width, short[] sums) {
    for (int x = from; x < width; x++) {
      sums[x] += (short) (values[row + x] & 0xff);
    }
  }

  @Override
  public void addSteps(byte[] values, int from, int to, int stride, short[] sums) {
    addSteps(values, from, 0, to - from, stride, sums);
  }

  void addSteps(byte[] v, int at, int from, int to, int stride, short[] sums) {
    for (int x = from; x < to; x++) {
      int i = at + x;
      int before = Math.abs((v[i - stride] & 0xff) - (v[i - 2 * stride] & 0xff));
      int here = Math.abs((v[i] & 0xff) - (v[i - stride] & 0xff));
      int after = Math.abs((v[i + stride] & 0xff) - (v[i] & 0xff));
      sums[x] += (short) Math.min(CAP, Math.max(0, 2 * here - before - after));
    }
  }

  @Override
  public void addLuma(byte[] v, int here, int count, ColumnSums sums, int column) {
    for (int i = 0; i < count; i++) {
      int value = v[here + i] & 0xff;
      sums.luma()[column + i] += value;
      sums.luma2()[column + i] += value * value;
    }
  }

  @Override
  public void addLaplacian(
      byte[] v, int above, int here, int below, int count, ColumnSums sums, int column) {
    for (int i = 0; i < count; i++) {
      int across = (v[here + i - 1] & 0xff) + (v[here + i + 1] & 0xff);
      int along = (v[above + i] & 0xff) + (v[below + i] & 0xff);
      int laplacian = across + along - 4 * (v[here + i] & 0xff);
      int clipped = Math.min(MAX, Math.max(0, laplacian));
      sums.laplacian()[column + i] += laplacian;
      sums.laplacian2()[column + i] += laplacian * laplacian;
      sums.absolute()[column + i] += Math.abs(laplacian);
      sums.clipped()[column + i] += clipped;
      sums.clipped2()[column + i] += clipped * clipped;
    }
  }

  @Override
  public void addGradient(
      byte[] v, int above, int here, int below, int count, ColumnSums sums, int column) {
    for (int i = 0; i < count; i++) {
      int across = (v[here + i + 1] & 0xff) - (v[here + i - 1] & 0xff);
      int along = (v[below + i] & 0xff) - (v[above + i] & 0xff);
      int falling = (v[below + i + 1] & 0xff) - (v[above + i - 1] & 0xff);
      int rising = (v[below + i - 1] & 0xff) - (v[above + i + 1] & 0xff);
      int gx = 2 * across + falling - rising;
      int gy = 2 * along + falling + rising;
      sums.gradient2()[column + i] += gx * gx + gy * gy;
    }
  }

  @Override
  public void window(
      byte[] values, int from, float mean, float scale, float[] window, float[] out, int to) {
    for (int x = 0; x < window.length; x++) {
      out[to + x] = ((values[from + x] & 0xff) - mean) * scale * window[x];
    }
  }

  @Override
  public void butterfly(
      float[] real, float[] imaginary, int upper, int lower, float cos, float sin) {
    for (int x = 0; x < Fourier.SIDE; x++) {
      float r = real[lower + x] * cos - imaginary[lower + x] * sin;
      float i = real[lower + x] * sin + imaginary[lower + x] * cos;
      real[lower + x] = real[upper + x] - r;
      imaginary[lower + x] = imaginary[upper + x] - i;
      real[upper + x] += r;
      imaginary[upper + x] += i;
    }
  }

  @Override
  public void addPower(float[] real, float[] imaginary, float[] power) {
    for (int i = 0; i < power.length; i++) {
      power[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }
}

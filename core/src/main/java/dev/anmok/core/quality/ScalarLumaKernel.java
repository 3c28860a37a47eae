package dev.anmok.core.quality;

/// Plain loops.
final class ScalarLumaKernel implements LumaKernel {
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
  public void responses(byte[] v, int at, int width, int rows, short[] responses, short[] sums) {
    for (int x = 1; x < width - 1; x++) {
      int i = at + x;
      int above = bend(v, i - width);
      int here = bend(v, i);
      int response = 0;
      int sum = 0;
      for (int y = 0; y < rows; y++, i += width) {
        int below = bend(v, i + width);
        response += Math.abs(above - 2 * here + below);
        sum += v[i] & 0xff;
        above = here;
        here = below;
      }
      responses[x] = (short) response;
      sums[x] = (short) sum;
    }
  }

  /// The second difference along the row.
  private static int bend(byte[] v, int i) {
    return (v[i - 1] & 0xff) - 2 * (v[i] & 0xff) + (v[i + 1] & 0xff);
  }

  @Override
  public void addSteps(byte[] v, int at, int count, int stride, int[] sums) {
    for (int k = 0; k < count; k++) {
      int i = at + k;
      int before = Math.abs((v[i - stride] & 0xff) - (v[i - 2 * stride] & 0xff));
      int here = Math.abs((v[i] & 0xff) - (v[i - stride] & 0xff));
      int after = Math.abs((v[i + stride] & 0xff) - (v[i] & 0xff));
      sums[k % PHASES] += Math.min(Blockiness.CAP, Math.max(0, 2 * here - before - after));
    }
  }

  @Override
  public void edges(byte[] values, int lines, int length, EdgeTally found) {
    for (int line = 0; line < lines; line++) {
      edges(values, line, lines, length, found);
    }
  }

  private static void edges(byte[] values, int line, int lines, int length, EdgeTally found) {
    int here = values[line] & 0xff;
    int start = here; // of the run; where there is none, the value itself
    int sign = 0; // of the run
    int steepest = 0;
    boolean level = false; // the last step was 0
    for (int i = 1; i < length; i++) {
      int next = values[i * lines + line] & 0xff;
      int step = next - here;
      int direction = Integer.signum(step);
      boolean ends = step == 0 ? level : direction == -sign;
      if (ends) {
        found.add(Math.abs(here - start), steepest);
      }
      if (ends || sign == 0) {
        sign = direction;
        start = here;
        steepest = 0;
      }
      steepest = Math.max(steepest, Math.abs(step));
      level = step == 0;
      here = next;
    }
    found.add(Math.abs(here - start), steepest);
  }
}

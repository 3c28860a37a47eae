package dev.anmok.core.quality;

import java.util.Arrays;

/// How strongly the 8x8 grid of JPEG stands out.
///
/// With `d(x) = |v(x) - v(x-1)|`, a step stands out from its neighbours along the row by `e(x) =
/// min(32, max(0, 2 d(x) - d(x-1) - d(x+1)))`, for `x` from 2 to width - 2; the cap keeps strong
/// edges of the picture itself from counting much. Let `E(p)` be the mean of `e` over all rows and
/// all `x ≡ p` modulo 8, and `a` and `b` the greatest and the second greatest of the eight. The
/// contrast along rows is `(a - b) / (a + b + 0.2)`: near 0 where no phase stands out, toward 1
/// where there are steps at the grid only, 0 for a flat picture. The same is done down the columns,
/// and the smaller of both counts, since a grid shows in both directions and a striped picture in
/// one. All phases are tried, so that a crop keeps its grid; a copy at another size has lost it. 0
/// if a side is under 19, where a phase would have a single step.
final class Blockiness {
  private static final int GRID = 8;
  private static final int CAP = 32;
  private static final double FLOOR = 0.2;
  private static final int MIN_SIDE = 3 + 2 * GRID;

  private Blockiness() {}

  /// From 0, no grid, to under 1.
  static double of(Luma luma) {
    if (luma.width() < MIN_SIDE || luma.height() < MIN_SIDE) {
      return 0;
    }
    return Math.min(
        contrast(alongRows(luma), luma.height()), contrast(downColumns(luma), luma.width()));
  }

  /// The sum of `e` at each `x`, at most 32 for each row.
  private static int[] alongRows(Luma luma) {
    var v = luma.bytes();
    int width = luma.width();
    var sums = new int[width];
    for (int row = 0; row < v.length; row += width) {
      for (int x = 2; x < width - 1; x++) {
        int before = Math.abs((v[row + x - 1] & 0xff) - (v[row + x - 2] & 0xff));
        int here = Math.abs((v[row + x] & 0xff) - (v[row + x - 1] & 0xff));
        int after = Math.abs((v[row + x + 1] & 0xff) - (v[row + x] & 0xff));
        sums[x] += Math.min(CAP, Math.max(0, 2 * here - before - after));
      }
    }
    return sums;
  }

  private static int[] downColumns(Luma luma) {
    var sums = new int[luma.height()];
    for (int y = 2; y < luma.height() - 1; y++) {
      sums[y] = sumOfRow(luma.bytes(), y * luma.width(), luma.width());
    }
    return sums;
  }

  private static int sumOfRow(byte[] v, int row, int width) {
    int sum = 0;
    for (int i = row; i < row + width; i++) {
      int before = Math.abs((v[i - width] & 0xff) - (v[i - 2 * width] & 0xff));
      int here = Math.abs((v[i] & 0xff) - (v[i - width] & 0xff));
      int after = Math.abs((v[i + width] & 0xff) - (v[i] & 0xff));
      sum += Math.min(CAP, Math.max(0, 2 * here - before - after));
    }
    return sum;
  }

  private static double contrast(int[] sums, int samples) {
    var phases = new double[GRID];
    for (int phase = 0; phase < GRID; phase++) {
      long sum = 0;
      long count = 0;
      for (int i = phase; i < sums.length - 1; i += GRID) {
        if (i >= 2) {
          sum += sums[i];
          count += samples;
        }
      }
      phases[phase] = (double) sum / count;
    }
    Arrays.sort(phases);
    double most = phases[GRID - 1];
    double next = phases[GRID - 2];
    return (most - next) / (most + next + FLOOR);
  }
}

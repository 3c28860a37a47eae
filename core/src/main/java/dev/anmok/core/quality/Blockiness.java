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
  private static final double FLOOR = 0.2;
  private static final int MIN_SIDE = 3 + 2 * GRID;

  /// So many values of at most 32 fit in a short.
  private static final int FLUSH = 1_000;

  private Blockiness() {}

  /// From 0, no grid, to under 1.
  static double of(Luma luma) {
    if (luma.width() < MIN_SIDE || luma.height() < MIN_SIDE) {
      return 0;
    }
    return Math.min(
        contrast(alongRows(luma), luma.width(), luma.height()),
        contrast(downColumns(luma), luma.height(), luma.width()));
  }

  /// The sum of `e` for each phase of `x`.
  private static long[] alongRows(Luma luma) {
    int width = luma.width();
    var sums = new short[width];
    var phases = new long[GRID];
    for (int y = 0; y < luma.height(); y++) {
      LumaKernel.FASTEST.addSteps(luma.bytes(), y * width + 2, (y + 1) * width - 1, 1, sums);
      if (y % FLUSH == FLUSH - 1 || y == luma.height() - 1) {
        for (int x = 2; x < width - 1; x++) {
          phases[x % GRID] += sums[x - 2];
        }
        Arrays.fill(sums, (short) 0);
      }
    }
    return phases;
  }

  /// The sum of `e` for each phase of `y`.
  private static long[] downColumns(Luma luma) {
    int width = luma.width();
    var sums = new short[GRID][width];
    var phases = new long[GRID];
    for (int y = 2; y < luma.height() - 1; y++) {
      LumaKernel.FASTEST.addSteps(luma.bytes(), y * width, (y + 1) * width, width, sums[y % GRID]);
      if (y % FLUSH == FLUSH - 1 || y == luma.height() - 2) {
        for (int phase = 0; phase < GRID; phase++) {
          for (short sum : sums[phase]) {
            phases[phase] += sum;
          }
          Arrays.fill(sums[phase], (short) 0);
        }
      }
    }
    return phases;
  }

  /// @param side length along which the steps were taken
  /// @param lines how many rows or columns there were
  private static double contrast(long[] sums, int side, int lines) {
    var phases = new double[GRID];
    for (int phase = 0; phase < GRID; phase++) {
      long count = 0;
      for (int i = phase < 2 ? phase + GRID : phase; i < side - 1; i += GRID) {
        count += lines;
      }
      phases[phase] = (double) sums[phase] / count;
    }
    Arrays.sort(phases);
    double most = phases[GRID - 1];
    double next = phases[GRID - 2];
    return (most - next) / (most + next + FLOOR);
  }
}

package dev.anmok.core.quality;

import java.util.Arrays;

/// How strongly the 8x8 grid of JPEG stands out.
///
/// With `d(x) = |v(x) - v(x-1)|`, a step stands out from its neighbours along the row by `e(x) =
/// min(32, max(0, 2 d(x) - d(x-1) - d(x+1)))`; the cap keeps strong edges of the picture itself
/// from counting much. From pixel (2, 2) on, columns are taken in groups of 8 and rows in bands of
/// 16, as long as `e` exists along rows and down columns (to the last but one); what is left over
/// is not looked at. Where there are 16 bands or more, only every `k`-th is looked at, the first
/// among them, `k` being an eighth of their number, rounded down. Let `E(p)` be the mean of `e`
/// over all `x ≡ p` modulo 8, and `a` and `b` the greatest and the second greatest of the eight.
/// The contrast along rows is `(a - b) / (a + b + 0.2)`: near 0 where no phase stands out, toward 1
/// where there are steps at the grid only, 0 for a flat picture. The same is done down the columns,
/// and the smaller of both counts, since a grid shows in both directions and a striped picture in
/// one. All phases are tried, so that a crop keeps its grid; a copy at another size has lost it. 0
/// if a side is under 19, where there is no group or band.
final class Blockiness {
  /// No step stands out by more.
  static final int CAP = 32;

  private static final int GRID = LumaKernel.PHASES;
  private static final double FLOOR = 0.2;
  private static final int FIRST = 2;
  private static final int BAND = 2 * GRID;
  private static final int BANDS = 8;

  private Blockiness() {}

  /// From 0, no grid, to under 1.
  static double of(Luma luma) {
    int count = (luma.width() - FIRST - 1) / GRID * GRID;
    int bands = (luma.height() - FIRST - 1) / BAND;
    if (count < BAND || bands < 1) {
      return 0;
    }
    int every = Math.max(1, bands / BANDS);
    var along = new long[GRID];
    var down = new long[GRID];
    var sums = new int[GRID];
    for (int band = 0; band < bands; band += every) {
      for (int row = 0; row < BAND; row++) {
        int at = (FIRST + band * BAND + row) * luma.width() + FIRST;
        LumaKernel.FASTEST.addSteps(luma.bytes(), at, count, 1, sums);
        for (int phase = 0; phase < GRID; phase++) {
          along[phase] += sums[phase];
        }
        Arrays.fill(sums, 0);
        LumaKernel.FASTEST.addSteps(luma.bytes(), at, count, luma.width(), sums);
        for (int sum : sums) {
          down[row % GRID] += sum;
        }
        Arrays.fill(sums, 0);
      }
    }
    double each = (double) count * BAND / GRID * Math.ceilDiv(bands, every);
    return Math.min(contrast(along, each), contrast(down, each));
  }

  /// @param each how many values a sum is of
  private static double contrast(long[] sums, double each) {
    Arrays.sort(sums);
    double most = sums[GRID - 1] / each;
    double next = sums[GRID - 2] / each;
    return (most - next) / (most + next + FLOOR);
  }
}

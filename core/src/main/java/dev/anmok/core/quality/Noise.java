package dev.anmok.core.quality;

import java.util.Arrays;

/// How noisy the smooth parts of a picture are.
///
/// Each interior luma value (one with eight neighbours) is convolved with the difference of two
/// Laplacians, `[1 -2 1; -2 4 -2; 1 -2 1]`, which is blind to edges that run straight and to
/// gradients. From the top left on, the interior is cut into tiles of 16x16 (a side under 16 is one
/// tile; what is left over at the right and below is not looked at). Where there are 16 rows of
/// tiles or more, only every `k`-th is looked at, the first among them, `k` being an eighth of
/// their number, rounded down. A tile's sigma is `sqrt(π/2) / 6 · mean |response|`. Tiles whose
/// mean luma is outside 16..239 are passed over, since clipping hides noise there. The result is
/// the lower quartile of the others: the value at index `(n - 1) / 4`, rounded down, in ascending
/// order, so that texture does not count as long as a quarter of the picture is smooth. White
/// Gaussian noise is found about 5 % under its sigma, because the quartile lies under the mean. 0
/// if no tile is left, such as for a side under 3.
///
/// Source of the operator: Immerkær, "Fast Noise Variance Estimation", 1996.
final class Noise {
  private static final int TILE = 16;
  private static final int ROWS = 8;
  private static final int DARK = 16;
  private static final int BRIGHT = 239;
  private static final double SCALE = Math.sqrt(Math.PI / 2) / 6;

  private Noise() {}

  /// In luma levels, 0 to about 425.
  static double sigma(Luma luma) {
    if (luma.width() < 3 || luma.height() < 3) {
      return 0;
    }
    int tileWidth = Math.min(TILE, luma.width() - 2);
    int tileHeight = Math.min(TILE, luma.height() - 2);
    int across = (luma.width() - 2) / tileWidth;
    int down = (luma.height() - 2) / tileHeight;
    int every = Math.max(1, down / ROWS);
    double area = tileWidth * tileHeight;
    var responses = new short[luma.width()]; // of a column: at most 16 of at most 2040, which fit
    var values = new short[luma.width()];
    var sigmas = new double[across * Math.ceilDiv(down, every)];
    int kept = 0;
    for (int row = 0; row < down; row += every) {
      int at = (1 + row * tileHeight) * luma.width();
      LumaKernel.FASTEST.responses(luma.bytes(), at, luma.width(), tileHeight, responses, values);
      for (int left = 1; left <= across * tileWidth; left += tileWidth) {
        double mean = sum(values, left, tileWidth) / area;
        if (mean >= DARK && mean <= BRIGHT) {
          sigmas[kept++] = SCALE * sum(responses, left, tileWidth) / area;
        }
      }
    }
    return lowerQuartile(sigmas, kept);
  }

  private static int sum(short[] columns, int from, int count) {
    int sum = 0;
    for (int x = from; x < from + count; x++) {
      sum += columns[x];
    }
    return sum;
  }

  private static double lowerQuartile(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    Arrays.sort(values, 0, count);
    return values[(count - 1) / 4];
  }
}

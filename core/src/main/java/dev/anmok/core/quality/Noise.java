package dev.anmok.core.quality;

import java.util.Arrays;

/// How noisy the smooth parts of a picture are.
///
/// Each interior luma value (one with eight neighbours) is convolved with the difference of two
/// Laplacians, `[1 -2 1; -2 4 -2; 1 -2 1]`, which is blind to edges that run straight and to
/// gradients. From the top left on, the interior is cut into tiles of 16x16 (a side under 16 is one
/// tile; what is left over at the right and below is not looked at). A tile's sigma is `sqrt(π/2) /
/// 6 · mean |response|`. Tiles whose mean luma is outside 16..239 are passed over, since clipping
/// hides noise there. The result is the lower quartile of the others: the value at index `(n - 1) /
/// 4`, rounded down, in ascending order, so that texture does not count as long as a quarter of the
/// picture is smooth. White Gaussian noise is found about 5 % under its sigma, because the quartile
/// lies under the mean. 0 if no tile is left, such as for a side under 3.
///
/// Source of the operator: Immerkær, "Fast Noise Variance Estimation", 1996.
final class Noise {
  private static final int TILE = 16;
  private static final int DARK = 16;
  private static final int BRIGHT = 239;
  private static final double SCALE = Math.sqrt(Math.PI / 2) / 6;

  private final Luma luma;
  private final int tileWidth;
  private final int tileHeight;
  private final short[][] bent;
  private final short[] responses;
  private final short[] values;

  private Noise(Luma luma) {
    this.luma = luma;
    this.tileWidth = Math.min(TILE, luma.width() - 2);
    this.tileHeight = Math.min(TILE, luma.height() - 2);
    this.bent = new short[tileHeight][luma.width()];
    this.responses = new short[luma.width()];
    this.values = new short[luma.width()];
  }

  /// In luma levels, 0 to about 425.
  static double sigma(Luma luma) {
    return luma.width() < 3 || luma.height() < 3 ? 0 : new Noise(luma).lowerQuartile();
  }

  private double lowerQuartile() {
    int across = (luma.width() - 2) / tileWidth;
    int down = (luma.height() - 2) / tileHeight;
    var sigmas = new double[across * down];
    int kept = 0;
    for (int tileRow = 0; tileRow < down; tileRow++) {
      sumColumns(1 + tileRow * tileHeight);
      for (int tile = 0; tile < across; tile++) {
        int from = 1 + tile * tileWidth;
        double area = tileWidth * tileHeight;
        double mean = sum(values, from) / area;
        if (mean >= DARK && mean <= BRIGHT) {
          sigmas[kept++] = SCALE * sum(responses, from) / area;
        }
      }
    }
    if (kept == 0) {
      return 0;
    }
    Arrays.sort(sigmas, 0, kept);
    return sigmas[(kept - 1) / 4];
  }

  private int sum(short[] columns, int from) {
    int sum = 0;
    for (int x = from; x < from + tileWidth; x++) {
      sum += columns[x];
    }
    return sum;
  }

  /// Sums each column of a row of tiles: at most 16 responses of at most 2040, which fit.
  private void sumColumns(int top) {
    Arrays.fill(responses, (short) 0);
    Arrays.fill(values, (short) 0);
    int width = luma.width();
    for (int y = top; y < top + tileHeight; y++) {
      LumaKernel.FASTEST.bend(luma.bytes(), y * width, width, bent[y - top]);
    }
    for (int y = 0; y < tileHeight; y++) {
      LumaKernel.FASTEST.addBends(bent[y], width, responses);
    }
    for (int y = top; y < top + tileHeight; y++) {
      LumaKernel.FASTEST.addValues(luma.bytes(), y * width, width, values);
    }
  }
}

package dev.anmok.core.quality;

import java.util.Arrays;

/// A 64-bit fingerprint of a picture's coarse structure; copies that were resized, recompressed or
/// slightly retouched differ in few bits.
///
/// Definition: the luma is resized to 32x32, rows first, by area (nearest value where it is
/// smaller); of its two-dimensional DCT-II, `c(u, v) = Σ p(x, y) cos((2x+1)uπ/64)
/// cos((2y+1)vπ/64)`, the 64 coefficients with `u, v` in 0..7 are rounded to sixteenths; a bit is 1
/// where the coefficient is greater than the median of the 63 without `c(0, 0)`. The highest bit is
/// `c(0, 0)`, then row by row (`u` runs first). A flat picture has at most its highest bit set.
///
/// Source: Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010.
public final class PerceptualHash {
  private static final int SIDE = 32;
  private static final int LOW = 8;
  private static final double[][] COSINES = cosines();

  private PerceptualHash() {}

  /// The fingerprint of a picture.
  public static long of(Luma luma) {
    var low = lowFrequencies(luma.resize(luma.width(), SIDE).resize(SIDE, SIDE));
    var sorted = Arrays.copyOfRange(low, 1, low.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long hash = 0;
    for (double c : low) {
      hash = hash << 1 | (c > median ? 1 : 0);
    }
    return hash;
  }

  /// In how many bits two fingerprints differ, 0..64.
  public static int distance(long a, long b) {
    return Long.bitCount(a ^ b);
  }

  private static double[] lowFrequencies(Luma small) {
    var low = new double[LOW * LOW];
    var row = new int[SIDE];
    for (int y = 0; y < SIDE; y++) {
      small.row(y, row, 0);
      for (int u = 0; u < LOW; u++) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += row[x] * COSINES[u][x];
        }
        for (int v = 0; v < LOW; v++) {
          low[v * LOW + u] += sum * COSINES[v][y];
        }
      }
    }
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.rint(low[i] * 16); // what is 0 but for float rounding becomes 0
    }
    return low;
  }

  private static double[][] cosines() {
    var table = new double[LOW][SIDE];
    for (int u = 0; u < LOW; u++) {
      for (int x = 0; x < SIDE; x++) {
        table[u][x] = StrictMath.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
      }
    }
    return table;
  }
}

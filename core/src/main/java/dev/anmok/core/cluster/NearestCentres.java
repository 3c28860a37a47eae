package dev.anmok.core.cluster;

import dev.anmok.core.embed.Dot;
import java.util.Arrays;

/// Finds the centre that a row is nearest to, by Euclidean distance: the one with the largest `x·c
/// - |c|² / 2`. Equal rows have the same nearest centre wherever they stand.
final class NearestCentres {
  /// Rows that meet all centres at once.
  private static final int BLOCK = 32;

  /// Dot products are made fastest of so many centres and two rows at once.
  private static final int TILE = 4;

  private final int dimension;
  private final int count;
  private final float[] centres;
  private final float[] halves;
  private final float[] block;
  private final float[] dots;

  /// @param centres row-major, at least one
  NearestCentres(float[] centres, int dimension) {
    this.dimension = dimension;
    this.count = centres.length / dimension;
    int padded = Math.ceilDiv(count, TILE) * TILE;
    this.centres = Arrays.copyOf(centres, padded * dimension);
    this.halves = new float[count];
    for (int c = 0; c < count; c++) {
      halves[c] = Dot.of(centres, c * dimension, centres, c * dimension, dimension) / 2;
    }
    this.block = new float[BLOCK * dimension];
    this.dots = new float[BLOCK * padded];
  }

  /// Number of the nearest centre of each row; of equally near ones the first.
  ///
  /// @param rows row-major
  /// @param number how many of them
  /// @param nearest receives as many numbers
  void find(float[] rows, int number, int[] nearest) {
    int padded = centres.length / dimension;
    for (int from = 0; from < number; from += BLOCK) {
      int to = Math.min(number, from + BLOCK);
      System.arraycopy(rows, from * dimension, block, 0, (to - from) * dimension);
      int even = (to - from + 1) / 2 * 2;
      Dot.manyToMany(block, even, centres, padded, dimension, dots);
      for (int row = from; row < to; row++) {
        nearest[row] = best((row - from) * padded);
      }
    }
  }

  private int best(int at) {
    int best = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < count; c++) {
      float value = dots[at + c] - halves[c];
      if (value > most) {
        most = value;
        best = c;
      }
    }
    return best;
  }
}

package dev.anmok.core.quality;

import java.util.Arrays;

/// Sums down each column of a row of tiles: of luma, its Laplacian and its Sobel gradients. Each
/// fits in an int for tiles of at most 1000 rows.
///
/// @param luma of `v`
/// @param luma2 of `v²`
/// @param laplacian of the signed Laplacian `l`
/// @param laplacian2 of `l²`
/// @param absolute of `|l|`
/// @param clipped of `l` cut to 0..255
/// @param clipped2 of the square of that
/// @param gradient2 of `gx² + gy²`
@SuppressWarnings("ArrayRecordComponent") // scratch space of one scan
record ColumnSums(
    int[] luma,
    int[] luma2,
    int[] laplacian,
    int[] laplacian2,
    int[] absolute,
    int[] clipped,
    int[] clipped2,
    int[] gradient2) {
  static ColumnSums ofWidth(int width) {
    return new ColumnSums(
        new int[width],
        new int[width],
        new int[width],
        new int[width],
        new int[width],
        new int[width],
        new int[width],
        new int[width]);
  }

  void clear() {
    for (var sums :
        new int[][] {luma, luma2, laplacian, laplacian2, absolute, clipped, clipped2, gradient2}) {
      Arrays.fill(sums, 0);
    }
  }
}

package dev.anmok.core.quality;

/// Sums down each column of a row of tiles: of luma `v`, its Laplacian `l` and its gradients. Each
/// fits in an int for rows of a tile of a luma of at most 512 pixels a side.
final class ColumnSums {
  static final int LUMA = 0;
  static final int LUMA2 = 1;

  /// Of the signed Laplacian.
  static final int LAPLACIAN = 2;

  static final int LAPLACIAN2 = 3;

  /// Of Laplacians over 0.
  static final int POSITIVE = 4;

  /// Of Laplacians cut to 0..255.
  static final int CLIPPED = 5;

  static final int CLIPPED2 = 6;

  /// Of the squared Sobel gradients in both directions.
  static final int GRADIENT2 = 7;

  /// Of products of the differences of a value's neighbours: `dx dx`, `dx dy` and `dy dy`.
  static final int XX = 8;

  static final int XY = 9;
  static final int YY = 10;
  static final int KINDS = 11;

  private final int width;
  private final int[] values;

  ColumnSums(int width) {
    this.width = width;
    this.values = new int[KINDS * width];
  }

  int width() {
    return width;
  }

  /// Where the columns of a kind begin.
  int at(int kind) {
    return kind * width;
  }

  /// The shared sums, kind by kind.
  int[] values() {
    return values;
  }

  /// The sum of the columns `from` to under `to`.
  long sum(int kind, int from, int to) {
    long sum = 0;
    for (int i = at(kind) + from; i < at(kind) + to; i++) {
      sum += values[i];
    }
    return sum;
  }
}

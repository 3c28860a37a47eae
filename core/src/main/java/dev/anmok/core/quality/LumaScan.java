package dev.anmok.core.quality;

import java.util.ArrayList;
import java.util.List;

/// One pass over a luma of at most 512 pixels a side: sums of luma, Laplacian and gradients, tile
/// by tile. Tile `i` of `n` goes from `side * i / n` to under `side * (i + 1) / n`, rounded down.
/// Outside, the luma is mirrored at the edge pixel without repeating it.
final class LumaScan {
  /// Whole-number sums over a region; nothing is lost on the way.
  static final class Sums {
    private long count;
    private final long[] sums = new long[ColumnSums.KINDS];

    double lumaMean() {
      return (double) sums[ColumnSums.LUMA] / count;
    }

    double lumaStd() {
      return std(ColumnSums.LUMA, ColumnSums.LUMA2);
    }

    double laplacianStd() {
      return std(ColumnSums.LAPLACIAN, ColumnSums.LAPLACIAN2);
    }

    double absoluteLaplacianStd() {
      long absolute = 2 * sums[ColumnSums.POSITIVE] - sums[ColumnSums.LAPLACIAN];
      return Spread.std(count, absolute, sums[ColumnSums.LAPLACIAN2]);
    }

    double clippedLaplacianStd() {
      return std(ColumnSums.CLIPPED, ColumnSums.CLIPPED2);
    }

    double gradientEnergy() {
      return (double) sums[ColumnSums.GRADIENT2] / count;
    }

    private double std(int kind, int squares) {
      return Spread.std(count, sums[kind], sums[squares]);
    }

    /// Of the gradients of a plane whose values are `scale` times too large.
    Tensor tensor(int scale) {
      double square = 4.0 * scale * scale * count; // differences of neighbours two apart
      return new Tensor(
          sums[ColumnSums.XX] / square, sums[ColumnSums.XY] / square, sums[ColumnSums.YY] / square);
    }

    private void add(Sums other) {
      count += other.count;
      for (int kind = 0; kind < ColumnSums.KINDS; kind++) {
        sums[kind] += other.sums[kind];
      }
    }
  }

  private final List<Sums> tiles = new ArrayList<>();
  private final Sums whole = new Sums();

  private LumaScan() {}

  /// All sums.
  static LumaScan of(Plane plane, int across, int down) {
    return new LumaScan().scanned(plane, across, down, ColumnSums.LUMA);
  }

  /// The sums of gradients' products only, of a plane of any 12-bit values.
  static LumaScan tensors(Plane plane, int across, int down) {
    return new LumaScan().scanned(plane, across, down, ColumnSums.XX);
  }

  private LumaScan scanned(Plane plane, int across, int down, int firstKind) {
    var columns = new ColumnSums(plane.width());
    for (int tile = 0; tile < down; tile++) {
      int top = plane.height() * tile / down;
      int rows = plane.height() * (tile + 1) / down - top;
      if (rows > 0 && firstKind == ColumnSums.LUMA) {
        PlaneKernel.FASTEST.scan(plane.values(), plane.at(top), plane.stride(), rows, columns);
      } else if (rows > 0) {
        PlaneKernel.FASTEST.tensors(plane.values(), plane.at(top), plane.stride(), rows, columns);
      }
      for (int i = 0; rows > 0 && i < across; i++) {
        add(columns, plane.width() * i / across, plane.width() * (i + 1) / across, rows, firstKind);
      }
    }
    tiles.forEach(whole::add);
    return this;
  }

  private void add(ColumnSums columns, int left, int right, int rows, int firstKind) {
    if (left < right) {
      var sums = new Sums();
      sums.count = (long) (right - left) * rows;
      for (int kind = firstKind; kind < ColumnSums.KINDS; kind++) {
        sums.sums[kind] = columns.sum(kind, left, right);
      }
      tiles.add(sums);
    }
  }

  /// Row by row from the top left, without those that are empty.
  List<Sums> tiles() {
    return tiles;
  }

  Sums whole() {
    return whole;
  }
}

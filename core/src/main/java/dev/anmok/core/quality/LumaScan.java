package dev.anmok.core.quality;

import java.util.ArrayList;
import java.util.List;

/// One pass over a luma of at most [Luma#MAX_SIDE]: sums of luma, Laplacian and Sobel gradients,
/// tile by tile. Outside, rows and columns are mirrored at the edge pixel without repeating it
/// (OpenCV's reflect-101; a side of 1 mirrors onto itself).
final class LumaScan {
  private static final int SQUARE = 3;

  /// Whole-number sums over a region; nothing is lost on the way.
  static final class Sums {
    private long count;
    private long luma;
    private long luma2;
    private long laplacian;
    private long laplacian2;
    private long absolute;
    private long clipped;
    private long clipped2;
    private long gradient2;

    double lumaMean() {
      return (double) luma / count;
    }

    double lumaStd() {
      return Spread.std(count, luma, luma2);
    }

    double laplacianStd() {
      return Spread.std(count, laplacian, laplacian2);
    }

    double absoluteLaplacianStd() {
      return Spread.std(count, absolute, laplacian2);
    }

    double clippedLaplacianStd() {
      return Spread.std(count, clipped, clipped2);
    }

    double gradientEnergy() {
      return (double) gradient2 / count;
    }

    private void add(Sums other) {
      count += other.count;
      luma += other.luma;
      luma2 += other.luma2;
      laplacian += other.laplacian;
      laplacian2 += other.laplacian2;
      absolute += other.absolute;
      clipped += other.clipped;
      clipped2 += other.clipped2;
      gradient2 += other.gradient2;
    }
  }

  private final Luma luma;
  private final int across;
  private final List<Sums> tiles = new ArrayList<>();
  private final Sums whole = new Sums();
  private final ColumnSums columns;
  private final byte[] around = new byte[SQUARE * SQUARE];

  LumaScan(Luma luma, int across, int down) {
    this.luma = luma;
    this.across = across;
    this.columns = ColumnSums.ofWidth(luma.width());
    for (int tile = 0; tile < down; tile++) {
      int top = luma.height() * tile / down;
      int bottom = luma.height() * (tile + 1) / down;
      if (top < bottom) {
        scan(top, bottom);
      }
    }
    tiles.forEach(whole::add);
  }

  /// Row by row from the top left, without those that are empty.
  List<Sums> tiles() {
    return tiles;
  }

  Sums whole() {
    return whole;
  }

  private void scan(int top, int bottom) {
    columns.clear();
    addLuma(top, bottom);
    addLaplacian(top, bottom);
    addGradient(top, bottom);
    for (int y = top; y < bottom; y++) {
      addEdge(0, y);
      if (luma.width() > 1) {
        addEdge(luma.width() - 1, y);
      }
    }
    for (int i = 0; i < across; i++) {
      int left = luma.width() * i / across;
      int right = luma.width() * (i + 1) / across;
      if (left < right) {
        tiles.add(sums(left, right, bottom - top));
      }
    }
  }

  // One kernel a loop: the compiler gives up inlining vector operations in methods with too many.

  private void addLuma(int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      LumaKernel.FASTEST.addLuma(luma.bytes(), row(y), luma.width(), columns, 0);
    }
  }

  private void addLaplacian(int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      LumaKernel.FASTEST.addLaplacian(
          luma.bytes(), row(y - 1) + 1, row(y) + 1, row(y + 1) + 1, luma.width() - 2, columns, 1);
    }
  }

  private void addGradient(int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      LumaKernel.FASTEST.addGradient(
          luma.bytes(), row(y - 1) + 1, row(y) + 1, row(y + 1) + 1, luma.width() - 2, columns, 1);
    }
  }

  /// A pixel at the left or right edge, whose neighbours are mirrored.
  private void addEdge(int x, int y) {
    for (int j = 0; j < SQUARE; j++) {
      for (int i = 0; i < SQUARE; i++) {
        around[j * SQUARE + i] = luma.bytes()[row(y + j - 1) + Mirror.at(x + i - 1, luma.width())];
      }
    }
    LumaKernel.FASTEST.addLaplacian(around, 1, SQUARE + 1, 2 * SQUARE + 1, 1, columns, x);
    LumaKernel.FASTEST.addGradient(around, 1, SQUARE + 1, 2 * SQUARE + 1, 1, columns, x);
  }

  /// Where a row begins, mirrored where it lies outside.
  private int row(int y) {
    return Mirror.at(y, luma.height()) * luma.width();
  }

  private Sums sums(int left, int right, int rows) {
    var sums = new Sums();
    sums.count = (long) (right - left) * rows;
    for (int x = left; x < right; x++) {
      sums.luma += columns.luma()[x];
      sums.luma2 += columns.luma2()[x];
      sums.laplacian += columns.laplacian()[x];
      sums.laplacian2 += columns.laplacian2()[x];
      sums.absolute += columns.absolute()[x];
      sums.clipped += columns.clipped()[x];
      sums.clipped2 += columns.clipped2()[x];
      sums.gradient2 += columns.gradient2()[x];
    }
    return sums;
  }
}

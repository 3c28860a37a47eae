package dev.anmok.core.quality;

import java.util.ArrayList;
import java.util.List;

/// One pass over a luma of at most [Luma#MAX_SIDE]: sums of luma, Laplacian and Sobel gradients,
/// tile by tile. Outside, rows and columns are mirrored at the edge pixel without repeating it
/// (OpenCV's reflect-101; a side of 1 mirrors onto itself).
final class LumaScan {
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
    var above = framed(top - 1, new byte[luma.width() + 2]);
    var here = framed(top, new byte[above.length]);
    var below = new byte[above.length];
    for (int y = top; y < bottom; y++) {
      framed(y + 1, below);
      LumaKernel.FASTEST.addLuma(here, luma.width(), columns);
      LumaKernel.FASTEST.addLaplacian(above, here, below, luma.width(), columns);
      LumaKernel.FASTEST.addGradient(above, here, below, luma.width(), columns);
      var spare = above;
      above = here;
      here = below;
      below = spare;
    }
    for (int i = 0; i < across; i++) {
      int left = luma.width() * i / across;
      int right = luma.width() * (i + 1) / across;
      if (left < right) {
        tiles.add(sums(left, right, bottom - top));
      }
    }
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

  /// A row, mirrored where it lies outside, with its mirrored neighbours at both ends.
  private byte[] framed(int y, byte[] out) {
    int width = luma.width();
    luma.row(Mirror.at(y, luma.height()), out, 1);
    out[0] = out[1 + Mirror.at(-1, width)];
    out[width + 1] = out[1 + Mirror.at(width, width)];
    return out;
  }
}

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
  private final int[] laplacian;
  private final int[] gradient;

  LumaScan(Luma luma, int across, int down) {
    this.luma = luma;
    this.across = across;
    this.laplacian = new int[luma.width() + 2];
    this.gradient = new int[luma.width() + 2];
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
    var row = new Sums[across];
    for (int i = 0; i < across; i++) {
      row[i] = new Sums();
    }
    var above = framed(top - 1, new int[luma.width() + 2]);
    var here = framed(top, new int[above.length]);
    var below = new int[above.length];
    for (int y = top; y < bottom; y++) {
      framed(y + 1, below);
      filter(above, here, below);
      for (int i = 0; i < across; i++) {
        sum(here, 1 + luma.width() * i / across, 1 + luma.width() * (i + 1) / across, row[i]);
      }
      var spare = above;
      above = here;
      here = below;
      below = spare;
    }
    for (var sums : row) {
      if (sums.count > 0) {
        tiles.add(sums);
      }
    }
  }

  private void filter(int[] above, int[] here, int[] below) {
    for (int x = 1; x < here.length - 1; x++) {
      laplacian[x] = above[x] + below[x] + here[x - 1] + here[x + 1] - 4 * here[x];
    }
    for (int x = 1; x < here.length - 1; x++) {
      int gx =
          above[x + 1]
              + 2 * here[x + 1]
              + below[x + 1]
              - above[x - 1]
              - 2 * here[x - 1]
              - below[x - 1];
      int gy =
          below[x - 1] + 2 * below[x] + below[x + 1] - above[x - 1] - 2 * above[x] - above[x + 1];
      gradient[x] = gx * gx + gy * gy;
    }
  }

  private void sum(int[] here, int from, int to, Sums sums) {
    int v = 0;
    int v2 = 0;
    int l = 0;
    int l2 = 0;
    int absolute = 0;
    int clipped = 0;
    int clipped2 = 0;
    int g2 = 0; // at most 2 * 1020 * 1020 a value, in a tile of under 1000 of them
    for (int x = from; x < to; x++) {
      int value = here[x];
      v += value;
      v2 += value * value;
      int lap = laplacian[x];
      l += lap;
      l2 += lap * lap;
      absolute += Math.abs(lap);
      int c = Math.min(255, Math.max(0, lap));
      clipped += c;
      clipped2 += c * c;
      g2 += gradient[x];
    }
    sums.count += to - from;
    sums.luma += v;
    sums.luma2 += v2;
    sums.laplacian += l;
    sums.laplacian2 += l2;
    sums.absolute += absolute;
    sums.clipped += clipped;
    sums.clipped2 += clipped2;
    sums.gradient2 += g2;
  }

  /// A row, mirrored where it lies outside, with its mirrored neighbours at both ends.
  private int[] framed(int y, int[] out) {
    int width = luma.width();
    luma.row(Mirror.at(y, luma.height()), out, 1);
    out[0] = out[1 + Mirror.at(-1, width)];
    out[width + 1] = out[1 + Mirror.at(width, width)];
    return out;
  }
}

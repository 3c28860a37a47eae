package dev.anmok.core.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How much detail there is at the finest scale for what there is at twice that scale, in the
/// direction that lacks it most: a hand that shook along one direction leaves edges along it crisp,
/// so that measures which sum over directions see nothing.
///
/// Level 0 is the luma; level `k + 1` holds the means of 2x2 values of level `k`, not rounded, an
/// odd last row or column left out. Of each level `gx = (v(x+1, y) - v(x-1, y)) / 2` and `gy`
/// likewise, 0 at the first and last column or row. The picture is cut into 8x8 tiles, as
/// [FocusMap]'s at each level; a tile's tensor is `J = [mean gx², mean gx gy; mean gx gy, mean
/// gy²]`. With `J0` and `J1` of levels 0 and 1, and half a squared level added to the diagonal of
/// `J1`, the worst and the best direction's ratio of `n' J0 n` to `n' J1 n` are the eigenvalues of
/// `J0 n = λ J1 n`; kept is `log2 max(λ, 1/1024)`. Of a step edge between two pairs of columns it
/// is -1, of a wide ramp -2 (the differences of half as many pixels are twice as high), for white
/// noise 2.
///
/// Quantiles are over tiles weighted by their gradient energy at level 2, that of the upper
/// quartile (the value at index `3 n / 4`, rounded down) at most; tiles under 4 count nothing. A
/// picture without any other, or with a side under 32, gives 0 throughout.
///
/// The directional reasoning follows Levin, "Blind motion deblurring using image statistics", 2006.
final class DirectionalDetail {
  private static final int MIN_SIDE = 32;
  private static final int GRID = FocusMap.GRID;
  private static final double FLOOR = 1.0 / 1024;
  private static final double REGULAR = 0.5;
  private static final double STRUCTURE = 4;

  private final double[] worst;
  private final double[] weights;
  private final double wholeWorst;
  private final double wholeBest;

  /// Mean products of gradients over a region.
  private record Tensor(double xx, double xy, double yy) {
    double energy() {
      return xx + yy;
    }

    static Tensor mean(List<Tensor> tensors) {
      return new Tensor(
          tensors.stream().mapToDouble(Tensor::xx).average().orElse(0),
          tensors.stream().mapToDouble(Tensor::xy).average().orElse(0),
          tensors.stream().mapToDouble(Tensor::yy).average().orElse(0));
    }

    /// The logarithm of an eigenvalue of this against a coarser tensor.
    double against(Tensor coarse, boolean best) {
      double d = coarse.xx + REGULAR;
      double f = coarse.yy + REGULAR;
      double a = d * f - coarse.xy * coarse.xy;
      double b = xx * f + yy * d - 2 * xy * coarse.xy;
      double c = xx * yy - xy * xy;
      double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
      double value = (b + (best ? root : -root)) / (2 * a);
      return Math.log(Math.max(FLOOR, value)) / Math.log(2);
    }
  }

  private static final class Level {
    private final float[] values;
    private final int width;
    private final int height;

    private Level(float[] values, int width, int height) {
      this.values = values;
      this.width = width;
      this.height = height;
    }

    static Level of(Luma luma) {
      var values = new float[luma.width() * luma.height()];
      for (int y = 0; y < luma.height(); y++) {
        for (int x = 0; x < luma.width(); x++) {
          values[y * luma.width() + x] = luma.at(x, y);
        }
      }
      return new Level(values, luma.width(), luma.height());
    }

    Level half() {
      int w = width / 2;
      int h = height / 2;
      var means = new float[w * h];
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          int i = 2 * (y * width + x);
          float sum = values[i] + values[i + 1] + values[i + width] + values[i + width + 1];
          means[y * w + x] = sum / 4;
        }
      }
      return new Level(means, w, h);
    }

    List<Tensor> tensors() {
      return IntStream.range(0, GRID * GRID).mapToObj(i -> tensor(i % GRID, i / GRID)).toList();
    }

    private Tensor tensor(int column, int row) {
      double xx = 0;
      double xy = 0;
      double yy = 0;
      int left = width * column / GRID;
      int right = width * (column + 1) / GRID;
      int top = height * row / GRID;
      int bottom = height * (row + 1) / GRID;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          int i = y * width + x;
          float gx = x == 0 || x == width - 1 ? 0 : (values[i + 1] - values[i - 1]) / 2;
          float gy = y == 0 || y == height - 1 ? 0 : (values[i + width] - values[i - width]) / 2;
          xx += gx * gx;
          xy += gx * gy;
          yy += gy * gy;
        }
      }
      double count = (double) (right - left) * (bottom - top);
      return new Tensor(xx / count, xy / count, yy / count);
    }
  }

  DirectionalDetail(Luma luma) {
    boolean large = Math.min(luma.width(), luma.height()) >= MIN_SIDE;
    var fine = large ? Level.of(luma) : null;
    var coarse = fine == null ? null : fine.half();
    double[] structure = coarse == null ? new double[0] : weights(coarse.half().tensors());
    if (fine == null || coarse == null || Arrays.stream(structure).sum() == 0) {
      worst = new double[1];
      weights = new double[] {1};
      wholeWorst = 0;
      wholeBest = 0;
      return;
    }
    var tensors = fine.tensors();
    var coarser = coarse.tensors();
    worst =
        IntStream.range(0, tensors.size())
            .mapToDouble(i -> tensors.get(i).against(coarser.get(i), false))
            .toArray();
    weights = structure;
    wholeWorst = Tensor.mean(tensors).against(Tensor.mean(coarser), false);
    wholeBest = Tensor.mean(tensors).against(Tensor.mean(coarser), true);
  }

  private static double[] weights(List<Tensor> tensors) {
    double[] energy = tensors.stream().mapToDouble(Tensor::energy).toArray();
    double[] sorted = energy.clone();
    Arrays.sort(sorted);
    double most = sorted[3 * sorted.length / 4];
    return Arrays.stream(energy).map(e -> e < STRUCTURE ? 0 : Math.min(e, most)).toArray();
  }

  /// Of the mean tensor of all tiles, the direction that lacks detail most.
  double wholeWorst() {
    return wholeWorst;
  }

  /// Of the mean tensor of all tiles, the direction that has most.
  double wholeBest() {
    return wholeBest;
  }

  /// The least of the tiles' worst values up to which at least this share of the weight lies.
  double worst(double share) {
    var order =
        IntStream.range(0, worst.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> worst[i]))
            .toList();
    double total = Arrays.stream(weights).sum();
    double seen = 0;
    for (int i : order) {
      seen += weights[i];
      if (seen >= share * total) {
        return worst[i];
      }
    }
    return worst[order.getLast()];
  }
}

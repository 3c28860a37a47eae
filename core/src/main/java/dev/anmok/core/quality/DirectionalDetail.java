package dev.anmok.core.quality;

import java.util.Arrays;

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
  private static final double STRUCTURE = 4;

  private final double[] worst;
  private final double[] weights;
  private final double wholeWorst;
  private final double wholeBest;

  /// @param scan of the plane, in [FocusMap#GRID] tiles each way
  DirectionalDetail(Plane plane, LumaScan scan) {
    if (Math.min(plane.width(), plane.height()) < MIN_SIDE) {
      worst = new double[0];
      weights = worst;
      wholeWorst = 0;
      wholeBest = 0;
      return;
    }
    var half = plane.half();
    var coarse = LumaScan.tensors(half, GRID, GRID);
    weights = weights(LumaScan.tensors(half.half(), GRID, GRID));
    worst = new double[weights.length];
    for (int i = 0; i < worst.length; i++) {
      worst[i] = scan.tiles().get(i).tensor(1).against(coarse.tiles().get(i).tensor(4), false);
    }
    boolean some = Arrays.stream(weights).sum() > 0;
    var fine = mean(scan, 1);
    wholeWorst = some ? fine.against(mean(coarse, 4), false) : 0;
    wholeBest = some ? fine.against(mean(coarse, 4), true) : 0;
  }

  /// The mean of the tiles' tensors.
  private static Tensor mean(LumaScan scan, int scale) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    int count = scan.tiles().size();
    for (var tile : scan.tiles()) {
      var tensor = tile.tensor(scale);
      xx += tensor.xx() / count;
      xy += tensor.xy() / count;
      yy += tensor.yy() / count;
    }
    return new Tensor(xx, xy, yy);
  }

  private static double[] weights(LumaScan coarsest) {
    var energy = new double[coarsest.tiles().size()];
    for (int i = 0; i < energy.length; i++) {
      energy[i] = coarsest.tiles().get(i).tensor(16).energy();
    }
    double[] sorted = energy.clone();
    Arrays.sort(sorted);
    double most = sorted[3 * sorted.length / 4];
    for (int i = 0; i < energy.length; i++) {
      energy[i] = energy[i] < STRUCTURE ? 0 : Math.min(energy[i], most);
    }
    return energy;
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
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double found = 0;
    double seen = 0;
    var left = worst.clone();
    while (seen < share * total) {
      int least = 0;
      for (int i = 1; i < left.length; i++) {
        least = left[i] < left[least] ? i : least;
      }
      found = left[least];
      seen += weights[least];
      left[least] = Double.POSITIVE_INFINITY;
    }
    return found;
  }
}

package dev.anmok.core.quality;

import java.util.Arrays;

/// Where a picture is in focus, tile by tile, so that an intended shallow focus, a plain background
/// or a soft frame does not speak for the whole.
///
/// The luma is cut into 8x8 tiles, tile `i` from `side * i / 8` to `side * (i + 1) / 8`, rounded
/// down; empty ones, where a side is under 8, are left out. Of each tile are known the standard
/// deviation of luma (its contrast) and its focus, `sqrt(max(0, s² - 20 n²))` with `s` the standard
/// deviation of the signed Laplacian and `n` the noise sigma: white noise of sigma `n` alone would
/// give `s² = 20 n²`, the sum of the kernel's squares. A tile is sharp with a focus of at least 10,
/// flat with a contrast under 5. "A tenth" is the count over ten, rounded up; the median is the
/// value at index `n / 2`, rounded down, in ascending order.
final class FocusMap {
  static final int GRID = 8;

  private static final double SHARP = 10;
  private static final double FLAT = 5;
  private static final int KERNEL_ENERGY = 20;

  private final double[] focus;
  private final double[] contrast;

  private FocusMap(double[] focus, double[] contrast) {
    this.focus = focus;
    this.contrast = contrast;
  }

  /// @param scan in [#GRID] tiles each way
  static FocusMap of(LumaScan scan, double noiseSigma) {
    int count = scan.tiles().size();
    var focus = new double[count];
    var contrast = new double[count];
    for (int i = 0; i < count; i++) {
      var tile = scan.tiles().get(i);
      focus[i] = focus(tile, noiseSigma);
      contrast[i] = tile.lumaStd();
    }
    return new FocusMap(focus, contrast);
  }

  /// The standard deviation of the Laplacian that noise does not explain.
  static double focus(LumaScan.Sums tile, double noiseSigma) {
    double std = tile.laplacianStd();
    return Math.sqrt(Math.max(0, std * std - KERNEL_ENERGY * noiseSigma * noiseSigma));
  }

  double sharpShare() {
    int count = 0;
    for (double f : focus) {
      count += f >= SHARP ? 1 : 0;
    }
    return (double) count / focus.length;
  }

  double flatShare() {
    int count = 0;
    for (double c : contrast) {
      count += c < FLAT ? 1 : 0;
    }
    return (double) count / focus.length;
  }

  double topFocus() {
    return meanOfTop(focus);
  }

  double medianFocus() {
    return median(focus);
  }

  double topAcutance() {
    return meanOfTop(acutance());
  }

  double medianAcutance() {
    return median(acutance());
  }

  private double[] acutance() {
    var ratios = new double[focus.length];
    int count = 0;
    for (int i = 0; i < focus.length; i++) {
      if (contrast[i] >= FLAT) {
        ratios[count++] = focus[i] / contrast[i];
      }
    }
    return Arrays.copyOf(ratios, count);
  }

  private static double[] sorted(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double meanOfTop(double[] values) {
    int count = Math.ceilDiv(values.length, 10);
    var sorted = sorted(values);
    double sum = 0;
    for (int i = sorted.length - count; i < sorted.length; i++) {
      sum += sorted[i];
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double median(double[] values) {
    var sorted = sorted(values);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}

package dev.anmok.core.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// How a point of light is smeared: runs of equal weight in the rows of a square with an odd side,
/// the weights summing to 1. Immutable.
public final class BlurKernel {
  /// The largest side, in pixels.
  public static final int MAX_SIZE = 199;

  private final int size;
  private final List<Run> runs;

  /// Equal weights at `from..to` (both in), relative to the middle, in the row `row` below it.
  record Run(int row, int from, int to, float weight) {}

  private BlurKernel(int size, List<Run> runs) {
    this.size = size;
    this.runs = List.copyOf(runs);
  }

  /// A square of equal weights, as OpenCV's `blur`.
  ///
  /// @param size its side, odd, 1 to [#MAX_SIZE]
  public static BlurKernel box(int size) {
    int radius = radius(size);
    var runs = new ArrayList<Run>();
    for (int row = -radius; row <= radius; row++) {
      runs.add(new Run(row, -radius, radius, 1f / (size * size)));
    }
    return new BlurKernel(size, runs);
  }

  /// A disc of equal weights, what a lens out of focus makes of a point: the pixels whose centre is
  /// within `size / 2` of the middle.
  ///
  /// @param size its diameter, odd, 1 to [#MAX_SIZE]
  public static BlurKernel disc(int size) {
    int radius = radius(size);
    var halves = new int[size];
    int count = 0;
    for (int row = -radius; row <= radius; row++) {
      int half = (int) Math.sqrt(size * size / 4.0 - row * row);
      halves[row + radius] = half;
      count += 2 * half + 1;
    }
    var runs = new ArrayList<Run>();
    for (int row = -radius; row <= radius; row++) {
      int half = halves[row + radius];
      runs.add(new Run(row, -half, half, 1f / count));
    }
    return new BlurKernel(size, runs);
  }

  /// A straight line through the middle, what a shaking hand makes of a point: `4 * size + 1`
  /// points at even distances from one end to the other, each shared among its four nearest pixels
  /// in proportion to nearness (bilinear).
  ///
  /// @param size its length in pixels, from end to end `size - 1`; odd, 1 to [#MAX_SIZE]
  /// @param degrees its direction, anticlockwise from the right
  public static BlurKernel motion(int size, double degrees) {
    int radius = radius(size);
    int side = size + 2; // a point at the very end may touch one pixel beyond
    var weights = new double[side * side];
    double right = StrictMath.cos(StrictMath.toRadians(degrees));
    double down = -StrictMath.sin(StrictMath.toRadians(degrees));
    int points = 4 * size + 1;
    for (int i = 0; i < points; i++) {
      double along = radius * (2.0 * i / (points - 1) - 1);
      add(weights, side, radius + 1 + along * right, radius + 1 + along * down, 1.0 / points);
    }
    return of(weights, side);
  }

  /// A path of uneven speed that bends, what a real hand makes of a point: `4 * size` steps of
  /// equal length from a drawn direction, turning by a drawn bend and a little at each step; in six
  /// of ten the hand also dwells, each step weighing a drawn time (exponential, averaged over
  /// five). Each step's point is shared among its four nearest pixels, the path's mean lies in the
  /// middle.
  ///
  /// @param size the path's length in pixels, odd, 1 to [#MAX_SIZE]
  /// @param seed of `java.util.Random`
  public static BlurKernel shake(int size, long seed) {
    radius(size);
    int side = 2 * size + 3; // a path that dwells at one end has its other end far from the mean
    var weights = new double[side * side];
    ShakePath.of(size, new Random(seed)).lay(weights, side);
    return of(weights, side);
  }

  private static BlurKernel of(double[] weights, int side) {
    var runs = new ArrayList<Run>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 1e-12) {
        int column = i % side - side / 2;
        runs.add(new Run(i / side - side / 2, column, column, (float) weights[i]));
      }
    }
    return new BlurKernel(side, runs);
  }

  /// The standard deviation of the kernel in the direction where it is largest, in pixels: how far
  /// it smears. 0 for a point.
  public double spread() {
    double sum = 0;
    var first = new double[2];
    var second = new double[3];
    for (var run : runs) {
      for (int x = run.from(); x <= run.to(); x++) {
        double w = run.weight();
        sum += w;
        first[0] += w * x;
        first[1] += w * run.row();
        second[0] += w * x * x;
        second[1] += w * x * run.row();
        second[2] += w * run.row() * run.row();
      }
    }
    double xx = second[0] / sum - first[0] * first[0] / sum / sum;
    double xy = second[1] / sum - first[0] * first[1] / sum / sum;
    double yy = second[2] / sum - first[1] * first[1] / sum / sum;
    double half = Math.hypot((xx - yy) / 2, xy);
    return Math.sqrt(Math.max(0, (xx + yy) / 2 + half));
  }

  /// One row of a Gaussian, `exp(-x² / 2σ²)` normalised.
  ///
  /// @param size number of weights, odd, 1 to [#MAX_SIZE]
  /// @param sigma standard deviation in pixels, over 0
  static BlurKernel gaussianRow(int size, double sigma) {
    int radius = radius(size);
    var weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
    }
    double sum = Arrays.stream(weights).sum();
    var runs = new ArrayList<Run>();
    for (int i = 0; i < size; i++) {
      runs.add(new Run(0, i - radius, i - radius, (float) (weights[i] / sum)));
    }
    return new BlurKernel(size, runs);
  }

  /// The kernel mirrored at its diagonal: rows become columns.
  BlurKernel transposed() {
    var turned = new ArrayList<Run>();
    for (var run : runs) {
      for (int x = run.from(); x <= run.to(); x++) {
        turned.add(new Run(x, run.row(), run.row(), run.weight()));
      }
    }
    return new BlurKernel(size, turned);
  }

  /// Shares a weight among the four pixels nearest to a place.
  static void add(double[] weights, int side, double x, double y, double weight) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    int at = top * side + left;
    weights[at] += weight * (1 - fx) * (1 - fy);
    weights[Math.min(weights.length - 1, at + 1)] += weight * fx * (1 - fy);
    weights[Math.min(weights.length - 1, at + side)] += weight * (1 - fx) * fy;
    weights[Math.min(weights.length - 1, at + side + 1)] += weight * fx * fy;
  }

  private static int radius(int size) {
    if (size < 1 || size > MAX_SIZE || size % 2 == 0) {
      throw new IllegalArgumentException("size must be odd, 1.." + MAX_SIZE + ", was " + size);
    }
    return size / 2;
  }

  int radius() {
    return size / 2;
  }

  List<Run> runs() {
    return runs;
  }
}

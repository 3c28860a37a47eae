package dev.anmok.core.quality;

/// Mean products of gradients over a region.
///
/// @param xx mean of `gx²`
/// @param xy mean of `gx gy`
/// @param yy mean of `gy²`
record Tensor(double xx, double xy, double yy) {
  private static final double FLOOR = 1.0 / 1024;
  private static final double REGULAR = 0.5;

  double energy() {
    return xx + yy;
  }

  /// The logarithm of an eigenvalue of this against a coarser tensor; see [DirectionalDetail].
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

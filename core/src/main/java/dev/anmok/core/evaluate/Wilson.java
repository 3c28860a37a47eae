package dev.anmok.core.evaluate;

/// The Wilson score interval at 95 % of a share, for a number of trials that need not be whole: an
/// effective one serves where trials count unequally. Sources: Wilson, JASA 22 (1927); for
/// effective numbers, Franco, Little, Louis and Slud, Journal of Survey Statistics and Methodology
/// 7 (2019).
final class Wilson {
  private Wilson() {}

  /// The interval.
  ///
  /// @param share 0..1
  /// @param trials over 0; infinite for a share that is known
  static Interval of(double share, double trials) {
    double z = Interval.Z * Interval.Z / trials;
    double centre = (share + z / 2) / (1 + z);
    double half = Interval.Z * Math.sqrt(share * (1 - share) / trials + z / (4 * trials)) / (1 + z);
    return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}

package dev.anmok.app.report;

/// A round distance on an axis: `mantissa · 10^exponent` with a mantissa of 1, 2 or 5. Multiples
/// are computed exactly, so that `3 · 0.1` is `0.3`.
///
/// @param mantissa 1, 2 or 5
/// @param exponent power of ten
record Step(int mantissa, int exponent) {
  /// The smallest round step that crosses `span` in at most `most` steps.
  static Step crossing(double span, int most) {
    double raw = span / most;
    if (!(raw > 0) || Double.isInfinite(raw)) {
      throw new IllegalArgumentException("span must be > 0 and finite, was " + span);
    }
    int exponent = (int) Math.floor(Math.log10(raw));
    for (int e = exponent; ; e++) {
      for (int mantissa : new int[] {1, 2, 5}) {
        var step = new Step(mantissa, e);
        if (step.times(1) >= raw * (1 - 1e-12)) {
          return step;
        }
      }
    }
  }

  /// The multiple `n · step`, rounded once.
  double times(long n) {
    double whole = (double) n * mantissa;
    return exponent < 0 ? whole / Math.pow(10, -exponent) : whole * Math.pow(10, exponent);
  }

  /// The largest `n` with `n · step <= value`.
  long below(double value) {
    long n = (long) Math.floor(value / times(1));
    while (times(n) > value) {
      n--;
    }
    while (times(n + 1) <= value) {
      n++;
    }
    return n;
  }

  /// The smallest `n` with `n · step >= value`.
  long above(double value) {
    long n = below(value);
    return times(n) == value ? n : n + 1;
  }

  /// The multiple as text with the decimals that the step needs.
  String label(long n) {
    if (exponent >= 0) {
      return Numbers.count((long) times(n));
    }
    return Numbers.fixed(times(n), -exponent);
  }
}

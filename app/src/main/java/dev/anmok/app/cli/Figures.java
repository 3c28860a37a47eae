package dev.anmok.app.cli;

import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.Proportion;
import java.util.Locale;

/// How measured figures are written.
final class Figures {
  /// Stands where there is no figure.
  static final String NONE = "-";

  private Figures() {}

  /// A number to four significant digits.
  static String number(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4g", value);
  }

  /// A figure with its interval.
  static String interval(Interval of) {
    return String.format(Locale.ROOT, "%.3f (%.3f..%.3f)", of.value(), of.low(), of.high());
  }

  /// A gain of a share with its interval, in points.
  static String points(Interval gain) {
    return String.format(
        Locale.ROOT,
        "%+.1f (%+.1f..%+.1f)",
        100 * gain.value(),
        100 * gain.low(),
        100 * gain.high());
  }

  /// A share with its interval and counts.
  static String share(Proportion share) {
    return share.trials() == 0
        ? NONE
        : String.format(
            Locale.ROOT,
            "%.3f (%.3f..%.3f, %d of %d)",
            share.share(),
            share.low(),
            share.high(),
            share.successes(),
            share.trials());
  }
}

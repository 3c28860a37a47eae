package dev.anmok.app.cli;

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

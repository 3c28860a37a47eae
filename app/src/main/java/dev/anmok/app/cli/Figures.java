package dev.anmok.app.cli;

import dev.anmok.core.evaluate.Proportion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

  /// The same for JSON.
  static Map<String, Object> json(Proportion share) {
    var json = new LinkedHashMap<String, Object>();
    if (share.trials() > 0) {
      json.put("share", share.share());
      json.put("low", share.low());
      json.put("high", share.high());
    }
    json.put("successes", share.successes());
    json.put("trials", share.trials());
    return json;
  }
}

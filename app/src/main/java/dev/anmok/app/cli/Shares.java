package dev.anmok.app.cli;

import dev.anmok.core.evaluate.Proportion;
import java.util.Locale;

/// Shows shares with their intervals.
final class Shares {
  private Shares() {}

  /// For example `0.900 (0.683..0.970, 18 of 20)`; a dash for a share of nothing.
  static String show(Proportion share) {
    return share.trials() == 0
        ? "-"
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

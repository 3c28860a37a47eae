package dev.anmok.app.cli;

import dev.anmok.core.pipeline.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// A moving line on a terminal: a bar, how many of how many, the rate and the time left. Elsewhere
/// it prints nothing.
final class ProgressLine implements Progress, AutoCloseable {
  private static final int BAR = 24;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream err;
  private final boolean terminal;
  private final String what;
  private final long start = System.nanoTime();
  private long drawn;
  private boolean shown;

  ProgressLine(Console console, String what) {
    this.err = console.err();
    this.terminal = console.terminal();
    this.what = what;
  }

  @Override
  public void report(long done, long rejected, long total) {
    long now = System.nanoTime();
    if (!terminal || (now - drawn < REDRAW_NANOS && done != total)) {
      return;
    }
    drawn = now;
    shown = true;
    err.print("\r" + line(done, rejected, total, (now - start) / 1e9) + "\u001b[K");
    err.flush();
  }

  private String line(long done, long rejected, long total, double seconds) {
    double rate = done / Math.max(1e-3, seconds);
    var text = new StringBuilder(what).append(' ');
    if (total > 0) {
      int filled = (int) (BAR * Math.min(done, total) / total);
      text.append("━".repeat(filled)).append("─".repeat(BAR - filled)).append(' ');
    }
    text.append(done);
    if (total >= 0) {
      text.append('/').append(total);
    }
    text.append(String.format(Locale.ROOT, "  %.0f/s", rate));
    if (total > done && done > 0) {
      text.append("  ").append(time((total - done) / rate)).append(" left");
    }
    if (rejected > 0) {
      text.append("  ").append(rejected).append(" rejected");
    }
    return text.toString();
  }

  private static String time(double seconds) {
    long s = Math.round(seconds);
    return s < 60
        ? s + " s"
        : s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }

  @Override
  public void close() {
    if (shown) {
      err.println();
    }
  }
}

package dev.anmok.app.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.Locale;

/// Where a command prints: results on one stream, messages and progress on the other.
///
/// @param out results
/// @param err messages and progress
/// @param terminal whether a person watches the messages, so that progress may move
record Console(PrintStream out, PrintStream err, boolean terminal) {
  /// A message for people, not part of the result.
  @FormatMethod
  void say(String format, Object... values) {
    err.println(String.format(Locale.ROOT, format, values));
  }

  /// A line of the result.
  @FormatMethod
  void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}

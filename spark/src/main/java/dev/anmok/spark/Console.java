package dev.anmok.spark;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.Locale;

/// Where the job says how it goes.
///
/// @param err receives messages
public record Console(PrintStream err) {
  /// Says something to people.
  @FormatMethod
  public void say(String format, Object... values) {
    err.println(String.format(Locale.ROOT, format, values));
  }
}

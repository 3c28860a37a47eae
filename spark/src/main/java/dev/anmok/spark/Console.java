package dev.anmok.spark;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.Locale;

/// Where the job says how it goes.
///
/// @param err receives messages
record Console(PrintStream err) {
  @FormatMethod
  void say(String format, Object... values) {
    err.println(String.format(Locale.ROOT, format, values));
  }
}

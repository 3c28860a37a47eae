package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.cli.CommandLineProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The command line program inside the test's own JVM.
final class Program {
  private Program() {}

  /// Runs a command that must succeed.
  ///
  /// @return what it printed as its result
  static String run(Object... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        CommandLineProgram.run(
            Arrays.stream(words).map(String::valueOf).toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}

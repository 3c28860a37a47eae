package dev.anmok.spark;

import dev.anmok.app.profile.UnknownProfileException;
import dev.anmok.app.workspace.Models;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Runs a job's command and says in one line what went wrong.
///
/// @param err receives messages
record JobEntry(PrintStream err) {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /// An option's value is not possible.
  static final class WrongOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    WrongOptionException(String message) {
      super(message);
    }
  }

  /// Refuses a command that asks for what is not possible.
  static void require(boolean holds, String message) {
    if (!holds) {
      throw new WrongOptionException(message);
    }
  }

  /// Runs a command.
  ///
  /// @return the exit code: 0 done, 1 failed, 2 wrong usage
  int run(Callable<Integer> command, String[] args) {
    var line = new CommandLine(command);
    line.setParameterExceptionHandler((e, arguments) -> {
      err.println("anmok: " + e.getMessage() + " (see: --help)");
      return USAGE;
    });
    line.setExecutionExceptionHandler((e, failing, parsed) -> failed(e));
    try {
      Models.use(Models.rule(System.getenv()));
    } catch (IllegalArgumentException e) {
      return said(e.getMessage(), USAGE);
    }
    return line.execute(args);
  }

  private int failed(Exception e) {
    return switch (e) {
      case UnknownProfileException unknown -> said(unknown.getMessage(), USAGE);
      case Models.UnknownModelException unknown -> said(unknown.getMessage(), USAGE);
      case WrongOptionException wrong -> said(wrong.getMessage(), USAGE);
      case UncheckedIOException wrapped ->
          said(Objects.requireNonNull(wrapped.getCause()).getMessage(), FAILED);
      case IOException io -> said(io.getMessage(), FAILED);
      default -> {
        e.printStackTrace(err); // Spark's own failures mean nothing without it
        yield said("the job failed: " + e.getMessage(), FAILED);
      }
    };
  }

  private int said(@Nullable String message, int exit) {
    err.println("anmok: " + message);
    return exit;
  }
}

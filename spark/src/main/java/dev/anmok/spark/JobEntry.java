package dev.anmok.spark;

import dev.anmok.app.profile.UnknownProfileException;
import dev.anmok.app.workspace.Models;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Runs a job's command and says in one line what went wrong.
///
/// @param err receives messages
public record JobEntry(PrintStream err) {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /// Runs a command, or one of its subcommands.
  ///
  /// @return the exit code: 0 done, 1 failed, 2 wrong usage
  public int run(CommandLine line, String[] args) {
    line.setParameterExceptionHandler(
        (e, arguments) -> said(e.getMessage() + " (see: --help)", USAGE));
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
      default -> {
        var words = SparkFailure.words(e);
        if (words.isPresent()) {
          yield said(words.get(), FAILED);
        }
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

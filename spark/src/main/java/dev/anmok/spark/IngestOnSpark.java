package dev.anmok.spark;

import dev.anmok.app.profile.UnknownProfileException;
import dev.anmok.app.workspace.Models;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The job's entry: `spark-submit --class dev.anmok.spark.IngestOnSpark anmok-spark.jar …`.
public final class IngestOnSpark {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private IngestOnSpark() {}

  /// Runs the job and ends with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  /// Runs the job.
  ///
  /// @param err receives messages
  /// @return the exit code
  public static int run(String[] args, PrintStream err) {
    var line = new CommandLine(new JobCommand(new Console(err)));
    line.setParameterExceptionHandler((e, arguments) -> {
      err.println("anmok: " + e.getMessage() + " (see: --help)");
      return USAGE;
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    try {
      Models.use(Models.rule(System.getenv()));
    } catch (IllegalArgumentException e) {
      return said(e.getMessage(), USAGE, err);
    }
    return line.execute(args);
  }

  private static int failed(Exception e, PrintStream err) {
    return switch (e) {
      case UnknownProfileException unknown -> said(unknown.getMessage(), USAGE, err);
      case Models.UnknownModelException unknown -> said(unknown.getMessage(), USAGE, err);
      case JobCommand.WrongOptionException wrong -> said(wrong.getMessage(), USAGE, err);
      case UncheckedIOException wrapped ->
          said(Objects.requireNonNull(wrapped.getCause()).getMessage(), FAILED, err);
      case IOException io -> said(io.getMessage(), FAILED, err);
      default -> {
        e.printStackTrace(err); // Spark's own failures mean nothing without it
        yield said("the job failed: " + e.getMessage(), FAILED, err);
      }
    };
  }

  private static int said(@Nullable String message, int exit, PrintStream err) {
    err.println("anmok: " + message);
    return exit;
  }
}

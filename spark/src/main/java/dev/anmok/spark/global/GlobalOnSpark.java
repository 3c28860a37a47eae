package dev.anmok.spark.global;

import dev.anmok.app.profile.UnknownProfileException;
import dev.anmok.app.workspace.Models;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry of questions about all photos of a table: `spark-submit --class
/// dev.anmok.spark.global.GlobalOnSpark anmok-spark.jar duplicates …`.
public final class GlobalOnSpark {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /// How Spark quotes a task's failure.
  private static final Pattern CAUSE = Pattern.compile("(?:IOException|Exception): ([^\n]+)");

  private GlobalOnSpark() {}

  /// The questions.
  @Command(
      name = "anmok-global",
      mixinStandardHelpOptions = true,
      version = "anmok 0.1.0",
      description = "Answers questions about all photos of a table that the ingest job wrote.")
  private static final class Questions {}

  /// Answers a question and ends with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  /// Answers a question.
  ///
  /// @param err receives messages
  /// @return the exit code
  public static int run(String[] args, PrintStream err) {
    var line = new CommandLine(new Questions());
    line.addSubcommand(new DuplicatesCommand(err));
    line.addSubcommand(new CurateCommand(err));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, arguments) -> said(e.getMessage() + " (see: --help)", USAGE, err));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    return line.execute(args);
  }

  private static int failed(Exception e, PrintStream err) {
    return switch (e) {
      case UnknownProfileException unknown -> said(unknown.getMessage(), USAGE, err);
      case Models.UnknownModelException unknown -> said(unknown.getMessage(), USAGE, err);
      case IllegalArgumentException wrong -> said(wrong.getMessage(), USAGE, err);
      case UncheckedIOException wrapped ->
          said(Objects.requireNonNull(wrapped.getCause()).getMessage(), FAILED, err);
      case IOException io -> said(io.getMessage(), FAILED, err);
      default -> unexpected(e, err);
    };
  }

  /// A task's own failure comes as a text with its trace in it, from another machine.
  private static int unexpected(Exception e, PrintStream err) {
    var told = e instanceof SparkException ? CAUSE.matcher(String.valueOf(e.getMessage())) : null;
    if (told != null && told.find()) {
      return said(told.group(1), FAILED, err);
    }
    e.printStackTrace(err); // Spark's own failures mean nothing without it
    return said("the job failed: " + e.getMessage(), FAILED, err);
  }

  private static int said(@Nullable String message, int exit, PrintStream err) {
    err.println("anmok: " + message);
    return exit;
  }
}

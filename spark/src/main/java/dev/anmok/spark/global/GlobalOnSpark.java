package dev.anmok.spark.global;

import dev.anmok.spark.Console;
import dev.anmok.spark.JobEntry;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry of questions about all photos of a table: `spark-submit --class
/// dev.anmok.spark.global.GlobalOnSpark anmok-spark.jar duplicates …`.
public final class GlobalOnSpark {
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
    var console = new Console(err);
    line.addSubcommand(new DuplicatesCommand(console));
    line.addSubcommand(new CurateCommand(console));
    return new JobEntry(err).run(line, args);
  }
}

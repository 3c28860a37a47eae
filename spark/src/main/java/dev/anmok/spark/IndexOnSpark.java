package dev.anmok.spark;

import java.io.PrintStream;
import picocli.CommandLine;

/// The entry that indexes a finished table: `spark-submit --class dev.anmok.spark.IndexOnSpark
/// anmok-spark.jar …`.
public final class IndexOnSpark {
  private IndexOnSpark() {}

  /// Runs the job and ends with its exit code: 0 done, 1 failed, 2 wrong usage.
  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  /// Runs the job.
  ///
  /// @param err receives messages
  /// @return the exit code
  public static int run(String[] args, PrintStream err) {
    return new JobEntry(err).run(new CommandLine(new IndexCommand(new Console(err))), args);
  }
}

package dev.anmok.spark;

import java.io.PrintStream;
import picocli.CommandLine;

/// The job's entry: `spark-submit --class dev.anmok.spark.IngestOnSpark anmok-spark.jar …`.
public final class IngestOnSpark {
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
    return new JobEntry(err).run(new CommandLine(new JobCommand(new Console(err))), args);
  }
}

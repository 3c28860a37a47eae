package dev.anmok.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Runs of the job that indexes a table, inside the test's own JVM.
final class IndexJob {
  private IndexJob() {}

  static Job of(Path table, Path index, long generation) {
    var err = new ByteArrayOutputStream();
    String[] words = {
      "--table", "" + table,
      "--index", "" + index,
      "--generation", "" + generation,
      "--master", "local[2]"
    };
    int exit = IndexOnSpark.run(words, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Job(exit, err.toString(StandardCharsets.UTF_8));
  }
}

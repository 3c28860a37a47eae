package dev.anmok.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;

/// Finds in what Spark throws the failure of a task, which happened on another machine.
final class SparkFailure {
  /// How Spark quotes it where the exception itself did not travel: kinds, then words.
  private static final Pattern QUOTED =
      Pattern.compile("(?:IO|FileNotFound|NoSuchFile)Exception: (?:[\\w.$]+Exception: )*([^\n]+)");

  private static final String MASTER = "Could not parse Master URL";

  private SparkFailure() {}

  private static String message(Exception thrown) {
    return String.valueOf(thrown.getMessage());
  }

  /// The words of a failure of the world: a file, a folder, a service. Nothing for others, which
  /// mean nothing without their trace.
  static Optional<String> words(Exception thrown) {
    Throwable cause = thrown;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof IOException || cause instanceof UncheckedIOException) {
      return PartReport.Failed.words((Exception) cause).lines().findFirst(); // Hadoop adds a trace
    }
    if (thrown instanceof SparkException && message(thrown).contains(MASTER)) {
      return Optional.of(
          message(thrown) + ": give --master local[N], spark://HOST:PORT, yarn or k8s://ADDRESS");
    }
    if (thrown instanceof SparkException) {
      var quoted = QUOTED.matcher(message(thrown));
      return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }
    return Optional.empty();
  }
}

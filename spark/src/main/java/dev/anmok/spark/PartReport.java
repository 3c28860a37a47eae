package dev.anmok.spark;

import dev.anmok.app.cli.PlainWords;
import dev.anmok.app.table.FinishedPart;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.SparkEnv;

/// What a task tells the driver of its part. Spark hands on one report a part, however often the
/// part was tried.
sealed interface PartReport extends Serializable {
  /// The part's number.
  int part();

  /// All its rows are in a draft.
  ///
  /// @param draft name of the draft in the job's folder
  /// @param word what the ledger is to say
  record Done(String draft, FinishedPart word) implements PartReport {
    private static final long serialVersionUID = 1;

    @Override
    public int part() {
      return word.part();
    }
  }

  /// All its photos are stored in an index.
  ///
  /// @param photos how many were written
  record Indexed(int part, int photos) implements PartReport {
    private static final long serialVersionUID = 1;
  }

  /// It could not be done.
  ///
  /// @param host the executor's machine
  /// @param reason in words for people
  record Failed(int part, String host, String reason) implements PartReport {
    private static final long serialVersionUID = 1;

    /// Says where this runs and what was wrong.
    static Failed of(int part, Exception e) {
      return new Failed(part, here(), words(e));
    }

    private static String here() {
      var environment = SparkEnv.get();
      return environment == null
          ? "driver"
          : environment.executorId() + " on " + environment.rpcEnv().address().host();
    }

    /// The world's failures in their own words, others with their kind.
    static String words(Exception e) {
      var cause = e instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : e;
      return cause instanceof IOException io && cause.getMessage() != null
          ? PlainWords.of(io)
          : cause.toString();
    }
  }
}

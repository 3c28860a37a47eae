package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import java.io.Serializable;

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

  /// It could not be done.
  ///
  /// @param host the executor's machine
  /// @param reason in words for people
  record Failed(int part, String host, String reason) implements PartReport {
    private static final long serialVersionUID = 1;
  }
}

package dev.anmok.spark;

import dev.anmok.app.table.TableLedger;
import java.io.IOException;
import picocli.CommandLine.Option;

/// The option that names a finished table.
public final class FinishedTable {
  @Option(
      names = "--table",
      required = true,
      paramLabel = "DIR|URI",
      description = "the folder of a finished job (--out of IngestOnSpark), which all nodes share")
  private String table = "";

  /// Where it lies.
  public JobFolder folder() {
    return JobFolder.of(table);
  }

  /// What its ledger says.
  ///
  /// @throws IOException if there is no table, or one that is not finished or whole
  public TableLedger ledger() throws IOException {
    var folder = folder();
    return TableLedger.read(folder.toString(), folder);
  }
}

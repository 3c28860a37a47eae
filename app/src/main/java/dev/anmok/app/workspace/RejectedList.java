package dev.anmok.app.workspace;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The list of rejected photos with reasons, as a CSV file for people.
public final class RejectedList {
  private RejectedList() {}

  /// Writes `rejected.csv` into the workspace: first to a draft, then moved in one step.
  ///
  /// @return where it lies
  public static Path write(Workspace workspace) throws IOException {
    var file = workspace.folder().resolve("rejected.csv");
    var draft = workspace.folder().resolve("rejected.csv.draft");
    try (var csv = CsvWriter.builder().build(draft)) {
      csv.writeRecord("uri", "item", "reason", "detail");
      write(workspace.catalog(), csv);
    }
    return Files.move(
        draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Catalog catalog, CsvWriter csv) throws IOException {
    try (var rejections = catalog.rejections()) {
      rejections.forEach(photo ->
          csv.writeRecord(photo.uri(), photo.item(), photo.reason().code(), photo.detail()));
    }
  }
}

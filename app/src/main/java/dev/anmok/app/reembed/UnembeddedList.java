package dev.anmok.app.reembed;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The list of photos that could not be embedded in a space, as a CSV file for people.
public final class UnembeddedList {
  private UnembeddedList() {}

  /// Writes `unembedded.csv` into the workspace: first to a draft, then moved in one step.
  ///
  /// @param next the workspace with the model of the space
  /// @return where it lies
  public static Path write(Session next) throws IOException {
    var folder = next.workspace().folder();
    var draft = folder.resolve("unembedded.csv.draft");
    try (var csv = CsvWriter.builder().build(draft);
        var failures = next.workspace().catalog().vectors().failures(next.pack().space())) {
      csv.writeRecord("uri", "space", "reason", "detail");
      failures.forEach(photo ->
          csv.writeRecord(
              photo.uri(), next.pack().space().id(), photo.reason().code(), photo.detail()));
    }
    return Files.move(
        draft,
        folder.resolve("unembedded.csv"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}

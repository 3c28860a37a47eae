package dev.anmok.app.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A finished table on this machine: the folder that a job filled, or Parquet files alone.
///
/// @param place as it was named
/// @param job what it is of, if it has a `job.json`
/// @param files its files in the manifest's order
public record TableFolder(Path place, Optional<TableJob> job, List<Part> files) {
  /// A file of the table.
  ///
  /// @param file where it lies
  /// @param finished what the ledger says of it, if there is one
  public record Part(Path file, Optional<FinishedPart> finished) {
    /// Holds the file to the ledger's digest, if there is one.
    ///
    /// @throws IOException if it is another file than the job wrote
    void verify() throws IOException {
      if (finished.isEmpty()) {
        return;
      }
      finished.get().verify(file.toString(), Files.readAllBytes(file));
    }
  }

  /// Looks at a folder, or at one Parquet file. No photo is read yet.
  ///
  /// @throws IOException if the job did not finish all its parts, or a part's file is missing or of
  ///   another length
  public static TableFolder open(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return new TableFolder(place, Optional.empty(), List.of(new Part(place, Optional.empty())));
    }
    var about = place.resolve(TableJob.FILE);
    if (!Files.isRegularFile(about)) {
      return new TableFolder(place, Optional.empty(), alone(place));
    }
    var ledger = TableLedger.read(place.toString(), new LocalFiles(place));
    var parts =
        ledger.parts().stream()
            .map(part ->
                new Part(place.resolve(FinishedPart.photosFile(part.part())), Optional.of(part)))
            .toList();
    return new TableFolder(place, Optional.of(ledger.job()), parts);
  }

  private static List<Part> alone(Path place) throws IOException {
    try (var files = Files.list(place)) {
      var parts =
          files
              .filter(file -> file.toString().endsWith(".parquet"))
              .sorted()
              .map(file -> new Part(file, Optional.empty()))
              .toList();
      if (parts.isEmpty()) {
        throw new IOException(
            place + ": no table there: neither " + TableJob.FILE + " nor any .parquet file");
      }
      return parts;
    }
  }

  /// The files of a folder of this machine.
  private record LocalFiles(Path place) implements TableLedger.Files {
    @Override
    public byte[] read(String name) throws IOException {
      return Files.readAllBytes(place.resolve(name));
    }

    @Override
    public Map<String, Long> lengths(String folder) throws IOException {
      var inside = place.resolve(folder);
      var lengths = new HashMap<String, Long>();
      if (Files.isDirectory(inside)) {
        try (var files = Files.list(inside)) {
          for (var file : files.filter(Files::isRegularFile).toList()) {
            lengths.put("" + file.getFileName(), Files.size(file));
          }
        }
      }
      return lengths;
    }
  }
}

package dev.anmok.app.table;

import dev.anmok.core.pipeline.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      var digest = Photo.digest(Files.readAllBytes(file));
      if (!digest.equals(finished.get().sha256())) {
        throw new IOException(
            "%s: damaged: its SHA-256 is %s, the ledger says %s; delete it and run the job again"
                .formatted(file, digest, finished.get().sha256()));
      }
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
    var job = TableJob.parse(about.toString(), Files.readAllBytes(about));
    return new TableFolder(place, Optional.of(job), parts(place, job));
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

  private static List<Part> parts(Path place, TableJob job) throws IOException {
    var parts = new ArrayList<Part>();
    int missing = 0;
    for (int number = 0; number < job.parts(); number++) {
      var ledger = place.resolve(FinishedPart.ledgerFile(number));
      if (!Files.isRegularFile(ledger)) {
        missing++;
        continue;
      }
      var finished = FinishedPart.parse(ledger.toString(), Files.readAllBytes(ledger));
      var file = place.resolve(FinishedPart.photosFile(number));
      if (!Files.isRegularFile(file) || Files.size(file) != finished.bytes()) {
        throw new IOException(
            file
                + (Files.exists(file) ? ": damaged: it is not as long as" : ": missing, though in")
                + " the ledger says; run the job again, which makes this part anew");
      }
      parts.add(new Part(file, Optional.of(finished)));
    }
    if (missing > 0) {
      throw new IOException(
          "%s: %d of %d parts are not finished; run the job again, which does only these"
              .formatted(place, missing, job.parts()));
    }
    return parts;
  }
}

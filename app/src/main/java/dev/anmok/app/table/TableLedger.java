package dev.anmok.app.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the ledger of a finished job says, in whatever file system the job's folder lies.
///
/// @param job what the folder is of
/// @param parts every part, in the manifest's order; their files are there in their length
public record TableLedger(TableJob job, List<FinishedPart> parts) {
  public TableLedger {
    parts = List.copyOf(parts);
  }

  /// The files of a job's folder, by their names within it.
  public interface Files {
    /// The content of a file that is there.
    byte[] read(String name) throws IOException;

    /// Length in bytes; -1 if there is no such file.
    long length(String name) throws IOException;
  }

  /// Reads the ledger; no photo is read.
  ///
  /// @param place the folder as messages name it
  /// @throws IOException if the job did not finish all its parts, or a part's file is missing or of
  ///   another length
  public static TableLedger read(String place, Files files) throws IOException {
    var about = TableJob.FILE;
    if (files.length(about) < 0) {
      throw new IOException(place + ": no table there: it has no " + about);
    }
    var job = TableJob.parse(place + "/" + about, files.read(about));
    var parts = new ArrayList<FinishedPart>();
    int missing = 0;
    for (int number = 0; number < job.parts(); number++) {
      var ledger = FinishedPart.ledgerFile(number);
      if (files.length(ledger) < 0) {
        missing++;
        continue;
      }
      var finished = FinishedPart.parse(place + "/" + ledger, files.read(ledger));
      requireWhole(place, FinishedPart.photosFile(number), finished, files);
      parts.add(finished);
    }
    if (missing > 0) {
      throw new IOException(
          "%s: %d of %d parts are not finished; run the job again, which does only these"
              .formatted(place, missing, job.parts()));
    }
    return new TableLedger(job, parts);
  }

  private static void requireWhole(String place, String file, FinishedPart finished, Files files)
      throws IOException {
    long length = files.length(file);
    if (length != finished.bytes()) {
      throw new IOException(
          place
              + "/"
              + file
              + (length >= 0 ? ": damaged: it is not as long as" : ": missing, though in")
              + " the ledger says; run the job again, which makes this part anew");
    }
  }
}

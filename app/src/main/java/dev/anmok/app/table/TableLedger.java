package dev.anmok.app.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /// Lengths in bytes of all files of one folder in it, by their names there; nothing if there is
    /// no such folder. An empty name is the job's folder itself.
    Map<String, Long> lengths(String folder) throws IOException;
  }

  /// What lies in a job's folder, listed once: a question for each of many parts takes a file
  /// system of a network minutes.
  ///
  /// @param ledger lengths of the ledger's words, by their names
  /// @param photos lengths of the parts, by their names
  public record Listed(Map<String, Long> ledger, Map<String, Long> photos) {
    /// Lists a folder.
    public static Listed of(Files files) throws IOException {
      return new Listed(files.lengths(FinishedPart.LEDGER), files.lengths(FinishedPart.PHOTOS));
    }

    /// Whether the ledger has a word of a part.
    public boolean inLedger(int part) {
      return ledger.containsKey(name(FinishedPart.ledgerFile(part)));
    }

    /// Length in bytes of a part's file; -1 if there is none.
    public long photosLength(int part) {
      return photos.getOrDefault(name(FinishedPart.photosFile(part)), -1L);
    }

    private static String name(String file) {
      return file.substring(file.indexOf('/') + 1);
    }
  }

  /// Reads the ledger; no photo is read.
  ///
  /// @param place the folder as messages name it
  /// @throws IOException if the job did not finish all its parts, or a part's file is missing or of
  ///   another length
  public static TableLedger read(String place, Files files) throws IOException {
    var about = TableJob.FILE;
    if (!files.lengths("").containsKey(about)) {
      throw new IOException(place + ": no table there: it has no " + about);
    }
    var job = TableJob.parse(place + "/" + about, files.read(about));
    var listed = Listed.of(files);
    var parts = new ArrayList<FinishedPart>();
    int missing = 0;
    for (int number = 0; number < job.parts(); number++) {
      if (!listed.inLedger(number)) {
        missing++;
        continue;
      }
      var ledger = FinishedPart.ledgerFile(number);
      var finished = FinishedPart.parse(place + "/" + ledger, files.read(ledger));
      requireWhole(place, finished, listed);
      parts.add(finished);
    }
    if (missing > 0) {
      throw new IOException(
          "%s: %d of %d parts are not finished; run the job again, which does only these"
              .formatted(place, missing, job.parts()));
    }
    return new TableLedger(job, parts);
  }

  private static void requireWhole(String place, FinishedPart finished, Listed listed)
      throws IOException {
    var file = FinishedPart.photosFile(finished.part());
    long length = listed.photosLength(finished.part());
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

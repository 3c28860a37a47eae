package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.parquet.PhotoTableReader;
import java.io.IOException;
import java.nio.file.Files;

/// A finished part's rows in whatever file system the job's folder lies: its file is held to the
/// ledger's digest and copied to this machine while it is read.
///
/// @param folder of the job
/// @param part its number
record PartFile(JobFolder folder, int part) {
  /// What is done with the rows.
  interface Reading<T> {
    T of(PhotoTableReader rows) throws IOException;
  }

  /// Its place as messages name it.
  String name() {
    return folder + "/" + FinishedPart.photosFile(part);
  }

  /// Reads them.
  ///
  /// @throws IOException if it is damaged or of another schema, by its name in the folder
  <T> T read(Reading<T> reading) throws IOException {
    var ledger = FinishedPart.ledgerFile(part);
    var word = FinishedPart.parse(folder + "/" + ledger, folder.read(ledger));
    var bytes = folder.read(FinishedPart.photosFile(part));
    word.verify(name(), bytes);
    var file = Files.createTempFile("anmok-part-", ".parquet");
    try {
      Files.write(file, bytes);
      try (var rows = PhotoTableReader.open(file)) {
        return reading.of(rows);
      }
    } catch (IOException e) {
      throw new IOException(String.valueOf(e.getMessage()).replace(file.toString(), name()), e);
    } finally {
      Files.delete(file);
    }
  }
}

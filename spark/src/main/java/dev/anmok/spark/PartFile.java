package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.parquet.PhotoTableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A finished part's rows in whatever file system the job's folder lies: its file is held to the
/// ledger's digest and copied to this machine while it is read.
///
/// @param folder of the job
/// @param part its number
public record PartFile(JobFolder folder, int part) {
  /// What is done with a part.
  ///
  /// @param <F> its file, or its rows
  /// @param <T> what comes of it
  public interface Reading<F, T> {
    /// Reads it.
    T of(F from) throws IOException;
  }

  /// Its place as messages name it.
  public String name() {
    return folder + "/" + FinishedPart.photosFile(part);
  }

  /// Reads its rows.
  ///
  /// @throws IOException if it is damaged or of another schema, by its name in the folder
  public <T> T rows(Reading<PhotoTableReader, T> reading) throws IOException {
    return copied(file -> {
      try (var rows = PhotoTableReader.open(file)) {
        return reading.of(rows);
      }
    });
  }

  /// Reads a copy of its file, which is there only meanwhile.
  ///
  /// @throws IOException if it is damaged, or what the reading says, by its name in the folder
  public <T> T copied(Reading<Path, T> reading) throws IOException {
    var ledger = FinishedPart.ledgerFile(part);
    var word = FinishedPart.parse(folder + "/" + ledger, folder.read(ledger));
    var bytes = folder.read(FinishedPart.photosFile(part));
    word.verify(name(), bytes);
    var file = Files.createTempFile("anmok-part-", ".parquet");
    try {
      Files.write(file, bytes);
      return reading.of(file);
    } catch (IOException e) {
      throw new IOException(String.valueOf(e.getMessage()).replace(file.toString(), name()), e);
    } finally {
      Files.delete(file);
    }
  }
}

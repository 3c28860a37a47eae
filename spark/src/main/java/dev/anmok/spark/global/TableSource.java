package dev.anmok.spark.global;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableJob;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.parquet.PhotoGlances;
import dev.anmok.parquet.PhotoTableReader;
import dev.anmok.spark.JobFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The photos of a finished table, some parts a split. Each part is held to the ledger's digest
/// before a row of it is used.
///
/// @param folder of the job that wrote it
/// @param parts number of its parts
/// @param perSplit parts of a split
/// @param space of its vectors
record TableSource(JobFolder folder, int parts, int perSplit, VectorSpace space)
    implements PhotoSource {
  private static final long serialVersionUID = 1;

  /// Photos of a split, about.
  private static final int SPLIT = 8_192;

  /// Looks at a folder; no photo is read yet.
  ///
  /// @param job what the folder is of
  /// @param space of the vectors that are expected
  /// @throws IOException if the job did not finish all its parts
  static TableSource open(JobFolder folder, TableJob job, VectorSpace space) throws IOException {
    int missing = 0;
    for (int part = 0; part < job.parts(); part++) {
      missing += folder.exists(FinishedPart.ledgerFile(part)) ? 0 : 1;
    }
    if (missing > 0) {
      throw new IOException(
          "%s: %d of %d parts are not finished; run the ingest job again, which does only these"
              .formatted(folder, missing, job.parts()));
    }
    return new TableSource(folder, job.parts(), Math.max(1, SPLIT / job.partSize()), space);
  }

  @Override
  public int splits() {
    return Math.max(1, Math.ceilDiv(parts, perSplit));
  }

  @Override
  public void glances(int split, GlanceSink sink) throws IOException {
    var place = new int[1];
    each(
        split,
        file ->
            PhotoGlances.read(
                file, glance -> sink.take(PhotoSource.id(split, place[0]++), glance)));
  }

  @Override
  public void rows(int split, Wanted wanted, RowSink sink) throws IOException {
    var place = new int[1];
    each(
        split,
        file -> {
          try (var reader = PhotoTableReader.open(file)) {
            requireSpace(reader.table().space());
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
              long id = PhotoSource.id(split, place[0]++);
              if (wanted.wants(id)) {
                sink.take(id, row.get().ingested());
              }
            }
          }
        });
  }

  /// Looks into a part's file.
  private interface Look {
    void at(Path file) throws IOException;
  }

  private void each(int split, Look look) throws IOException {
    int end = Math.min(parts, (split + 1) * perSplit);
    for (int part = split * perSplit; part < end; part++) {
      var file = Files.createTempFile("anmok-part-", ".parquet");
      try {
        Files.write(file, verified(part));
        look.at(file);
      } finally {
        Files.delete(file);
      }
    }
  }

  private byte[] verified(int part) throws IOException {
    var ledger = FinishedPart.ledgerFile(part);
    var word = FinishedPart.parse(folder + "/" + ledger, folder.read(ledger));
    var name = FinishedPart.photosFile(part);
    if (!folder.exists(name)) {
      throw new IOException(
          "%s/%s: missing, though in the ledger; run the ingest job again, which makes it anew"
              .formatted(folder, name));
    }
    var bytes = folder.read(name);
    if (!Photo.digest(bytes).equals(word.sha256())) {
      throw new IOException(
          "%s/%s: damaged: not the file that the ledger tells of; delete it and run the ingest job again"
              .formatted(folder, name));
    }
    return bytes;
  }

  private void requireSpace(VectorSpace theirs) throws IOException {
    if (!theirs.equals(space)) {
      throw new IOException(
          "%s: its vectors are of the space %s, the model makes %s: name the model and the profile that the table was made with"
              .formatted(folder, theirs.id(), space.id()));
    }
  }
}

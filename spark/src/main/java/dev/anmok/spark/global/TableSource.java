package dev.anmok.spark.global;

import dev.anmok.app.table.TableJob;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.parquet.PhotoGlances;
import dev.anmok.spark.JobFolder;
import dev.anmok.spark.PartFile;
import java.io.IOException;

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

  /// A table of which all parts are finished.
  ///
  /// @param job what the folder is of
  /// @param space of the vectors that are expected
  static TableSource of(JobFolder folder, TableJob job, VectorSpace space) {
    return new TableSource(folder, job.parts(), Math.max(1, SPLIT / job.partSize()), space);
  }

  @Override
  public int splits() {
    return Math.max(1, Math.ceilDiv(parts, perSplit));
  }

  @Override
  public void glances(int split, GlanceSink sink) throws IOException {
    int place = 0;
    for (int part = first(split); part < first(split + 1); part++) {
      place += glances(part, PhotoSource.id(split, place), sink);
    }
  }

  private int glances(int part, long first, GlanceSink sink) throws IOException {
    return new PartFile(folder, part)
        .copied(file -> {
          var count = new int[1];
          PhotoGlances.read(file, glance -> sink.take(first + count[0]++, glance));
          return count[0];
        });
  }

  @Override
  public void rows(int split, Wanted wanted, RowSink sink) throws IOException {
    int place = 0;
    for (int part = first(split); part < first(split + 1); part++) {
      place += rows(part, PhotoSource.id(split, place), wanted, sink);
    }
  }

  private int rows(int part, long first, Wanted wanted, RowSink sink) throws IOException {
    var file = new PartFile(folder, part);
    return file.rows(rows -> {
      requireSpace(file, rows.table().space());
      int count = 0;
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        long id = first + count++;
        if (wanted.wants(id)) {
          sink.take(id, row.get().ingested());
        }
      }
      return count;
    });
  }

  /// The first part of a split; for the one after the last, the number of parts.
  private int first(int split) {
    return Math.min(parts, split * perSplit);
  }

  private void requireSpace(PartFile file, VectorSpace theirs) throws IOException {
    if (!theirs.equals(space)) {
      throw new IOException(
          "%s: its vectors are of the space %s, the table's of %s: run the ingest again into a folder of its own"
              .formatted(file.name(), theirs.id(), space.id()));
    }
  }
}

package dev.anmok.app.table;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.parquet.PhotoTableReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fills a session's catalog from a table, in the manifest's order, as an ingest of the manifest
/// would have. Photos that the catalog has complete keep what it has; doing it twice changes
/// nothing.
///
/// @param session open for writing
public record TableImport(Session session) {
  private static final int BATCH = 256;

  /// Imports all rows. A file that is damaged, of another schema or of another space is found
  /// before any of its rows is recorded; those of the files before it are then in the catalog.
  ///
  /// @return how many rows there were, accepted and rejected
  public Summary run(TableFolder table, Progress progress) throws IOException {
    var summary = new Summary(0, 0);
    for (var part : table.files()) {
      part.verify();
      try (var reader = PhotoTableReader.open(part.file())) {
        requireSpace(part, reader);
        summary = rows(reader, summary, progress);
      }
    }
    return summary;
  }

  /// What an import found.
  ///
  /// @param rows photos in the table
  /// @param rejected how many of them were rejected
  public record Summary(long rows, long rejected) {
    Summary plus(List<Ingested> batch) {
      long no = batch.stream().filter(each -> each.outcome() instanceof Outcome.Rejected).count();
      return new Summary(rows + batch.size(), rejected + no);
    }
  }

  private void requireSpace(TableFolder.Part part, PhotoTableReader reader) throws IOException {
    var ours = session.pack().space();
    var theirs = reader.table().space();
    if (!ours.equals(theirs)) {
      throw new IOException(
          "%s: its vectors are of the space %s, the workspace's model makes %s: vectors of two"
                  .formatted(part.file(), theirs.id(), ours.id())
              + " spaces do not compare; use the model and profile that the job was run with, or"
              + " another --workspace");
    }
  }

  private Summary rows(PhotoTableReader reader, Summary before, Progress progress)
      throws IOException {
    var summary = before;
    var catalog = session.workspace().catalog();
    var batch = new Batch(catalog);
    for (var row = reader.next(); row.isPresent(); row = reader.next()) {
      batch.add(row.get().ingested());
      if (batch.size() == BATCH) {
        summary = summary.plus(batch.record());
        progress.report(summary.rows(), summary.rejected(), -1);
      }
    }
    summary = summary.plus(batch.record());
    progress.report(summary.rows(), summary.rejected(), -1);
    return summary;
  }

  /// Rows that are recorded in one transaction. Equal bytes are recorded once, as an ingest does.
  private static final class Batch {
    private final Catalog catalog;
    private final List<Ingested> rows = new ArrayList<>();
    private final Set<String> digests = new HashSet<>();

    Batch(Catalog catalog) {
      this.catalog = catalog;
    }

    void add(Ingested row) throws IOException {
      rows.add(
          row.outcome() instanceof Outcome.Processed processed && known(processed)
              ? new Ingested(
                  row.source(),
                  row.sizeBytes(),
                  row.modifiedMillis(),
                  new Outcome.Known(processed.photo().sha256()))
              : row);
    }

    private boolean known(Outcome.Processed processed) throws IOException {
      var sha256 = processed.photo().sha256();
      return !digests.add(sha256)
          || catalog.complete(sha256, processed.embedding().space(), processed.stages());
    }

    int size() {
      return rows.size();
    }

    List<Ingested> record() throws IOException {
      catalog.record(rows);
      var done = List.copyOf(rows);
      rows.clear();
      digests.clear();
      return done;
    }
  }
}

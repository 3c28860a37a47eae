package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.parquet.PhotoRow;
import dev.anmok.parquet.PhotoTable;
import dev.anmok.parquet.PhotoTableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Writes a part's rows into a draft of its own, which the driver publishes if this attempt is the
/// one that counts.
///
/// @param folder of the job
/// @param table what the rows have in common
record DraftSink(JobFolder folder, PhotoTable table) {
  PartReport.Done write(int part, String sliceSha256, List<PhotoRow> rows) throws IOException {
    var bytes = parquet(rows);
    long rejected =
        rows.stream().filter(row -> row.ingested().outcome() instanceof Outcome.Rejected).count();
    var word =
        new FinishedPart(
            part,
            sliceSha256,
            rows.size(),
            Math.toIntExact(rejected),
            bytes.length,
            Photo.digest(bytes));
    return new PartReport.Done(folder.draft(bytes), word);
  }

  private byte[] parquet(List<PhotoRow> rows) throws IOException {
    var file = Files.createTempFile("anmok-part-", ".parquet");
    try {
      try (var writer = PhotoTableWriter.create(file, table)) {
        for (var row : rows) {
          writer.write(row);
        }
      }
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}

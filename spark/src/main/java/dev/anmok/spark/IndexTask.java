package dev.anmok.spark;

import dev.anmok.core.pipeline.Outcome;
import dev.anmok.parquet.PhotoRow;
import dev.anmok.parquet.PhotoTableReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/// An executor's work on one part: its rows into the new index. It reports when all of them are
/// stored. Done twice, or by two executors at once, it writes the same. A part's failure becomes a
/// report; an executor that cannot open the cluster at all throws, so that Spark gives the part to
/// another one.
final class IndexTask extends AbstractFunction1<Iterator<Integer>, PartReport>
    implements Serializable {
  private static final long serialVersionUID = 1;

  private final JobFolder folder;
  private final IndexTarget target;
  private final DisputedItems disputed;

  IndexTask(JobFolder folder, IndexTarget target, DisputedItems disputed) {
    this.folder = folder;
    this.target = target;
    this.disputed = disputed;
  }

  @Override
  public PartReport apply(Iterator<Integer> parts) {
    int part = parts.next();
    var index = index();
    try {
      var file = new PartFile(folder, part);
      int photos = file.rows(rows -> write(index, file, rows));
      return new PartReport.Indexed(part, photos);
    } catch (IOException | RuntimeException e) {
      return PartReport.Failed.of(part, e);
    }
  }

  private ExecutorIndex index() {
    try {
      return ExecutorIndex.SHARED.of(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int write(ExecutorIndex index, PartFile file, PhotoTableReader table) throws IOException {
    var space = table.table().space();
    if (!space.id().equals(target.space())) {
      throw new IOException(
          "%s: its vectors are of the space %s, the first part's of %s: vectors of two spaces do not compare; run the ingest again into a folder of its own"
              .formatted(file.name(), space.id(), target.space()));
    }
    int photos = 0;
    try (var writer = index.writer(space)) {
      for (var row : last(table)) {
        if (row.ingested().outcome() instanceof Outcome.Processed(var photo, var embedding)) {
          var source = row.ingested().source();
          var item = disputed.of(source.itemOrNull());
          writer.upsert(
              row.number(), index.entries().of(source.uri(), photo.sha256(), item, embedding));
          photos++;
        }
      }
      writer.flush();
    }
    return photos;
  }

  /// The last row of each URI; those before it do not count, whatever became of them.
  private static Collection<PhotoRow> last(PhotoTableReader table) throws IOException {
    var rows = new LinkedHashMap<String, PhotoRow>();
    for (var row = table.next(); row.isPresent(); row = table.next()) {
      rows.put(row.get().ingested().source().uri(), row.get());
    }
    return rows.values();
  }
}

package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes batches of outcomes within a transaction.
final class Recorder {
  private final ItemWriter items;
  private final PhotoWriter photos;
  private final EntryWriter entries;

  Recorder(Transaction transaction) {
    items = new ItemWriter(transaction);
    photos = new PhotoWriter(transaction);
    entries = new EntryWriter(transaction);
  }

  void record(List<Ingested> batch) throws SQLException {
    var itemRows = items.write(batch.stream().map(Ingested::source).toList());
    for (var ingested : batch) {
      entries.write(ingested.source().uri(), state(ingested, row(ingested.source(), itemRows)));
    }
  }

  void place(List<SourcePhoto> sources) throws SQLException {
    var itemRows = items.write(sources);
    for (var source : sources) {
      entries.place(source.uri(), row(source, itemRows));
    }
  }

  private static @Nullable Long row(SourcePhoto source, Map<String, Long> itemRows) {
    var item = source.itemOrNull();
    return item == null ? null : itemRows.get(item.id());
  }

  private EntryState state(Ingested ingested, @Nullable Long item) throws SQLException {
    return switch (ingested.outcome()) {
      case Outcome.Processed processed -> accepted(ingested, item, photos.write(processed));
      case Outcome.Detailed(var photo) -> accepted(ingested, item, detailed(photo));
      case Outcome.Known(var sha256) -> accepted(ingested, item, known(sha256));
      case Outcome.Rejected rejected ->
          new EntryState(
              item,
              null,
              ingested.sizeBytes(),
              ingested.modifiedMillis(),
              rejected.sha256().map(HexFormat.of()::parseHex).orElse(null),
              rejected.reason().code(),
              rejected.detail());
    };
  }

  private static EntryState accepted(Ingested ingested, @Nullable Long item, long photo) {
    return new EntryState(
        item, photo, ingested.sizeBytes(), ingested.modifiedMillis(), null, null, null);
  }

  private long detailed(Photo photo) throws SQLException {
    long row = known(photo.sha256());
    photos.complete(row, photo);
    return row;
  }

  private long known(String sha256) throws SQLException {
    return photos
        .find(sha256)
        .orElseThrow(
            () -> new IllegalArgumentException("no photo " + sha256 + " is in the catalog"));
  }
}

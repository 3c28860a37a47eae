package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.SourcePhoto;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the items of a batch: inserted if new, updated if their title or metadata changed, in
/// which case their accepted photos count as changed. Where lines of a batch disagree the last one
/// holds.
final class ItemWriter {
  private final Transaction transaction;
  private final Session session;

  ItemWriter(Transaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
  }

  /// Row ids by the items' own ids.
  Map<String, Long> write(List<SourcePhoto> photos) throws SQLException {
    var items = new LinkedHashMap<String, Item>();
    for (var photo : photos) {
      photo.item().ifPresent(item -> items.put(item.id(), item));
    }
    var rows = new LinkedHashMap<String, Long>();
    for (var item : items.values()) {
      rows.put(item.id(), write(item));
    }
    return rows;
  }

  private long write(Item item) throws SQLException {
    var known =
        session.first(
            row -> Map.entry(row.getLong(1), row.getString(2)),
            "SELECT id, title FROM item WHERE name = ?",
            item.id());
    if (known.isEmpty()) {
      transaction.changePhotos();
      session.update("INSERT INTO item (name, title) VALUES (?, ?)", item.id(), item.title());
      long id = session.insertedId();
      insertMetadata(id, item.metadata());
      return id;
    }
    long id = known.get().getKey();
    var stored = ItemReader.metadata(session, id);
    if (!known.get().getValue().equals(item.title()) || !sameInOrder(stored, item.metadata())) {
      session.update("UPDATE item SET title = ? WHERE id = ?", item.title(), id);
      session.update("DELETE FROM metadata WHERE item = ?", id);
      insertMetadata(id, item.metadata());
      touchPhotos(id);
    }
    return id;
  }

  private void insertMetadata(long item, Map<String, String> metadata) throws SQLException {
    int position = 0;
    for (var column : metadata.entrySet()) {
      session.update(
          "INSERT INTO metadata (item, position, name, value) VALUES (?, ?, ?, ?)",
          item,
          position++,
          column.getKey(),
          column.getValue());
    }
  }

  private void touchPhotos(long item) throws SQLException {
    long photos =
        session.number("SELECT count(*) FROM entry WHERE item = ? AND photo IS NOT NULL", item);
    if (photos > 0) {
      transaction.changePhotos();
      session.update(
          "UPDATE entry SET seq = ? WHERE item = ? AND photo IS NOT NULL",
          transaction.generation(),
          item);
    }
  }

  private static boolean sameInOrder(Map<String, String> a, Map<String, String> b) {
    return List.copyOf(a.entrySet()).equals(List.copyOf(b.entrySet()));
  }
}

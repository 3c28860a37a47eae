package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemPhotos;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads items, with or without their photos. The query for the items stays open meanwhile, so that
/// all is read from one state of the catalog.
///
/// @param session the connection that the items come from too
record ItemReader(Session session) {
  static final String ITEMS = "SELECT id, name, title FROM item ";

  Item item(ResultSet row) throws SQLException {
    return new Item(row.getString(2), row.getString(3), metadata(session, row.getLong(1)));
  }

  Session.Row<ItemPhotos> photos(VectorSpace space) {
    return row -> {
      long id = row.getLong(1);
      return new ItemPhotos(
          item(row),
          all(
              PhotoReader.placed(space),
              PhotoReader.PLACED + "WHERE entry.item = ? ORDER BY entry.uri",
              space.id(),
              id),
          all(
              PhotoReader::rejected,
              PhotoReader.REJECTED + "AND entry.item = ? ORDER BY entry.uri",
              id));
    };
  }

  private <T> List<T> all(Session.Row<T> value, String sql, @Nullable Object... parameters)
      throws SQLException {
    var values = new ArrayList<T>();
    try (var rows = session.query(sql, parameters)) {
      while (rows.next()) {
        values.add(value.of(rows));
      }
    }
    return values;
  }

  static Map<String, String> metadata(Session session, long item) throws SQLException {
    var metadata = new LinkedHashMap<String, String>();
    try (var rows =
        session.query("SELECT name, value FROM metadata WHERE item = ? ORDER BY position", item)) {
      while (rows.next()) {
        metadata.put(rows.getString(1), rows.getString(2));
      }
    }
    return metadata;
  }
}

package dev.anmok.sqlite;

import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Counts;
import dev.anmok.core.quality.Detail;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what a catalog holds.
///
/// @param session the connection to count on
record Census(Session session) {
  Counts counts(long sizeBytes) throws SQLException {
    return new Counts(
        session.number("SELECT count(*) FROM item"),
        session.number("SELECT count(*) FROM entry WHERE photo IS NOT NULL"),
        session.number("SELECT count(DISTINCT photo) FROM entry WHERE photo IS NOT NULL"),
        session.number(
            """
            SELECT count(*) FROM detail WHERE definition = ?
              AND EXISTS (SELECT 1 FROM entry WHERE entry.photo = detail.photo)\
            """,
            Detail.DEFINITION),
        rejected(),
        embeddings(),
        sizeBytes);
  }

  private Map<Reason, Long> rejected() throws SQLException {
    var rejected = new EnumMap<Reason, Long>(Reason.class);
    try (var rows =
        session.query("SELECT reason, count(*) FROM entry WHERE photo IS NULL GROUP BY reason")) {
      while (rows.next()) {
        rejected.put(Reason.parse(rows.getString(1)), rows.getLong(2));
      }
    }
    return rejected;
  }

  private Map<String, Long> embeddings() throws SQLException {
    var embeddings = new LinkedHashMap<String, Long>();
    try (var rows =
        session.query(
            """
            SELECT space.name, count(*) FROM embedding JOIN space ON space.id = embedding.space
            GROUP BY space.id ORDER BY space.id\
            """)) {
      while (rows.next()) {
        embeddings.put(rows.getString(1), rows.getLong(2));
      }
    }
    return embeddings;
  }
}

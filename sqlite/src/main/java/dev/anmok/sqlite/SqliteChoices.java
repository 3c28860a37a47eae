package dev.anmok.sqlite;

import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.pipeline.Choices;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The choices in the catalog's file.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteChoices(SqliteReviews.Writing writing, Readers readers) implements Choices {
  private static final String CHOICE =
      """
      SELECT version, who, at, sha256, place FROM choice
      LEFT JOIN chosen ON chosen.item = choice.item
      WHERE choice.item = (SELECT id FROM item WHERE name = ?) ORDER BY abs(place)\
      """;

  /// One statement, so that what others store meanwhile is seen whole or not at all.
  @Override
  public Optional<HandChoice> of(String item) throws IOException {
    return readers.read(session -> {
      try (var rows = session.query(CHOICE, item)) {
        return rows.next() ? Optional.of(choice(item, rows)) : Optional.empty();
      }
    });
  }

  /// @param rows at the first, all of one choice
  private static HandChoice choice(String item, ResultSet rows) throws SQLException {
    long version = rows.getLong(1);
    var who = rows.getString(2);
    var at = Instant.parse(rows.getString(3));
    var pinned = new ArrayList<String>();
    var banned = new ArrayList<String>();
    do {
      long place = rows.getLong(5);
      if (place != 0) {
        (place > 0 ? pinned : banned).add(HexFormat.of().formatHex(rows.getBytes(4)));
      }
    } while (rows.next());
    return new HandChoice(item, pinned, banned, who, at, version);
  }

  @Override
  public boolean store(HandChoice choice) throws IOException {
    var stored = new AtomicBoolean();
    writing.writer().transact(transaction -> stored.set(store(transaction.session(), choice)));
    return stored.get();
  }

  private static boolean store(Session session, HandChoice choice) throws SQLException {
    long item =
        session
            .first(row -> row.getLong(1), "SELECT id FROM item WHERE name = ?", choice.item())
            .orElseThrow(() -> new IllegalArgumentException("no item " + choice.item()));
    long standing = session.number("SELECT version FROM choice WHERE item = ?", item);
    if (standing != choice.version() - 1) {
      return false;
    }
    session.update(
        """
        INSERT INTO choice (item, version, who, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (item) DO UPDATE SET version = excluded.version, who = excluded.who,
          at = excluded.at\
        """,
        item,
        choice.version(),
        choice.who(),
        choice.at().toString());
    session.update("DELETE FROM chosen WHERE item = ?", item);
    insert(session, item, choice.pinned(), 1);
    insert(session, item, choice.banned(), -1);
    return true;
  }

  private static void insert(Session session, long item, List<String> photos, int sign)
      throws SQLException {
    for (int i = 0; i < photos.size(); i++) {
      session.update(
          "INSERT INTO chosen (item, sha256, place) VALUES (?, ?, ?)",
          item,
          HexFormat.of().parseHex(photos.get(i)),
          sign * (i + 1));
    }
  }
}

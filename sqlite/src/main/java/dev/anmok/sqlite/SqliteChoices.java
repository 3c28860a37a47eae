package dev.anmok.sqlite;

import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.pipeline.Choices;
import java.io.IOException;
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
  /// A choice without its photos.
  private record Head(long item, long version, String who, Instant at) {}

  @Override
  public Optional<HandChoice> of(String item) throws IOException {
    return readers.read(session -> {
      var head = head(session, item);
      return head.isPresent() ? Optional.of(choice(session, item, head.get())) : Optional.empty();
    });
  }

  private static Optional<Head> head(Session session, String item) throws SQLException {
    return session.first(
        row ->
            new Head(
                row.getLong(1), row.getLong(2), row.getString(3), Instant.parse(row.getString(4))),
        """
        SELECT choice.item, version, who, at FROM choice
        WHERE choice.item = (SELECT id FROM item WHERE name = ?)\
        """,
        item);
  }

  private static HandChoice choice(Session session, String item, Head head) throws SQLException {
    var pinned = new ArrayList<String>();
    var banned = new ArrayList<String>();
    try (var rows =
        session.query(
            "SELECT sha256, place FROM chosen WHERE item = ? ORDER BY abs(place)", head.item())) {
      while (rows.next()) {
        var sha256 = HexFormat.of().formatHex(rows.getBytes(1));
        (rows.getLong(2) > 0 ? pinned : banned).add(sha256);
      }
    }
    return new HandChoice(item, pinned, banned, head.who(), head.at(), head.version());
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

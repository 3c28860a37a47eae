package dev.anmok.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/// A running transaction: its connection, and the generation that it begins with its first change
/// that an index must follow.
final class Transaction {
  private static final String STATE = "state";
  private static final String PHOTOS = "photos_version";

  private final Session session;
  private long generation;
  private boolean photosChanged;

  Transaction(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  /// The generation of this transaction's changes.
  long generation() throws SQLException {
    if (generation == 0) {
      session.update("UPDATE generation SET value = value + 1");
      name("REPLACE");
      generation = session.number("SELECT value FROM generation");
    }
    return generation;
  }

  /// Remembers that photos changed ([SqliteCatalog#photosVersion]).
  void changePhotos() throws SQLException {
    if (!photosChanged) {
      photosChanged = true;
      session.update(
          """
          INSERT INTO setting (name, value) VALUES (?, 1)
          ON CONFLICT (name) DO UPDATE SET value = value + 1\
          """,
          PHOTOS);
    }
  }

  /// How often they changed.
  static long photosVersion(Session session) throws SQLException {
    return session
        .first(row -> row.getLong(1), "SELECT value FROM setting WHERE name = ?", PHOTOS)
        .orElse(0L);
  }

  /// Gives the catalog a name if it has none ([SqliteCatalog#state]).
  void name() throws SQLException {
    name("IGNORE");
  }

  private void name(String present) throws SQLException {
    session.update(
        "INSERT OR " + present + " INTO setting (name, value) VALUES (?, hex(randomblob(16)))",
        STATE);
  }

  /// The name, if it has one.
  static Optional<String> name(Session session) throws SQLException {
    return session.first(
        row -> row.getString(1), "SELECT value FROM setting WHERE name = ?", STATE);
  }
}

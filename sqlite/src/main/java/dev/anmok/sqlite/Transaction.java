package dev.anmok.sqlite;

import java.sql.SQLException;

/// A running transaction: its connection, and the generation that it begins with its first change
/// that an index must follow.
final class Transaction {
  private final Session session;
  private long generation;

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
      generation = session.number("SELECT value FROM generation");
    }
    return generation;
  }
}

package dev.anmok.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Writes entries, and with them what an index must follow: an accepted photo that is new or
/// changed, or one that ceased to be accepted.
final class EntryWriter {
  private record Known(long id, EntryState state) {}

  private final Transaction transaction;
  private final Session session;

  EntryWriter(Transaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
  }

  void write(String uri, EntryState next) throws SQLException {
    var known = find(uri);
    if (known == null) {
      insert(uri, next);
    } else if (!known.state.sameAs(next)) {
      update(known, next);
    }
  }

  /// Moves a URI to another item, or to none; nothing happens if it is not known.
  void place(String uri, @Nullable Long item) throws SQLException {
    var known = find(uri);
    if (known != null) {
      var old = known.state;
      var next =
          new EntryState(
              item,
              old.photo(),
              old.size(),
              old.modified(),
              old.sha256(),
              old.reason(),
              old.detail());
      if (!old.samePlace(next)) {
        update(known, next);
      }
    }
  }

  private @Nullable Known find(String uri) throws SQLException {
    return session
        .first(
            row -> new Known(row.getLong(8), EntryState.of(row)),
            "SELECT " + EntryState.COLUMNS + ", id FROM entry WHERE uri = ?",
            uri)
        .orElse(null);
  }

  private void insert(String uri, EntryState state) throws SQLException {
    if (state.accepted()) {
      transaction.changePhotos();
    }
    session.update(
        "INSERT INTO entry (uri, seq, " + EntryState.COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?)",
        uri,
        state.accepted() ? transaction.generation() : 0L,
        state.item(),
        state.photo(),
        state.size(),
        state.modified(),
        state.sha256(),
        state.reason(),
        state.detail());
  }

  private void update(Known known, EntryState next) throws SQLException {
    transaction.changePhotos();
    session.update(
        """
        UPDATE entry SET item = ?, photo = ?, size = ?, modified = ?, sha256 = ?, reason = ?,
          detail = ?
        WHERE id = ?\
        """,
        next.item(),
        next.photo(),
        next.size(),
        next.modified(),
        next.sha256(),
        next.reason(),
        next.detail(),
        known.id);
    if (next.accepted() && !next.samePlace(known.state)) {
      session.update(
          "UPDATE entry SET seq = ?, removed = NULL WHERE id = ?",
          transaction.generation(),
          known.id);
    } else if (known.state.accepted() && !next.accepted()) {
      session.update(
          "UPDATE entry SET seq = ?1, removed = ?1 WHERE id = ?2",
          transaction.generation(),
          known.id);
    }
  }
}

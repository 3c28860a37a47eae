package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import java.sql.SQLException;

/// The rows of vector spaces.
final class SpaceRows {
  private SpaceRows() {}

  /// The row id of a space, which is written if it is new.
  static long of(Session session, VectorSpace space) throws SQLException {
    session.update(
        """
        INSERT OR IGNORE INTO space
          (name, encoder, weights, preprocessing, background, dimension)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        space.id(),
        space.encoder(),
        space.weights(),
        space.preprocessing(),
        space.background(),
        space.dimension());
    return session.number("SELECT id FROM space WHERE name = ?", space.id());
  }
}

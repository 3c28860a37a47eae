package dev.anmok.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Connections that read: each call and each open stream has one to itself, so that readers never
/// wait for one another nor for the writer. Thread-safe.
final class Readers implements AutoCloseable {
  /// Connections kept for the next reader; those beyond are closed when they come back.
  private static final int KEPT = 8;

  /// What is read within one call.
  interface Read<T> {
    T from(Session session) throws SQLException;
  }

  /// Opens the rows of a stream.
  interface Open<T> {
    Rows<T> on(Session session) throws SQLException;
  }

  private final CatalogFile file;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(CatalogFile file) {
    this.file = file;
  }

  <T> T read(Read<T> read) throws IOException {
    try {
      var session = borrow();
      try {
        return read.from(session);
      } catch (SQLException e) {
        session.forgetStatements();
        throw e;
      } finally {
        giveBack(session);
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(file.path(), e);
    }
  }

  <T> Stream<T> stream(Open<T> open) throws IOException {
    try {
      var session = borrow();
      try {
        return open.on(session).stream(file.path(), () -> giveBack(session));
      } catch (SQLException | RuntimeException e) {
        session.forgetStatements();
        giveBack(session);
        throw e;
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(file.path(), e);
    }
  }

  /// A stream of the rows of one query.
  <T> Stream<T> stream(Session.Row<T> row, String sql, @Nullable Object... parameters)
      throws IOException {
    return stream(session -> new Rows<>(session, session.query(sql, parameters), row));
  }

  private Session borrow() throws SQLException {
    if (closed) {
      throw new SQLException("it was closed");
    }
    var session = idle.poll();
    return session == null ? file.reading() : session;
  }

  private void giveBack(Session session) throws SQLException {
    if (closed || idle.size() >= KEPT) {
      session.close();
    } else {
      idle.push(session);
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    for (var session = idle.poll(); session != null; session = idle.poll()) {
      session.close();
    }
  }
}

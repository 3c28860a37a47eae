package dev.anmok.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/// The connection that writes, one transaction at a time.
final class Writer implements AutoCloseable {
  /// What is done within one transaction.
  interface Work {
    void in(Transaction transaction) throws SQLException;
  }

  private final Session session;
  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();

  Writer(Session session, Path file) {
    this.session = session;
    this.file = file;
  }

  /// Does the work whole or not at all.
  void transact(Work work) throws IOException {
    lock.lock();
    try {
      session.script("BEGIN IMMEDIATE");
      try {
        work.in(new Transaction(session));
        session.script("COMMIT");
      } catch (SQLException | RuntimeException | Error e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  /// After some errors SQLite has rolled back by itself, and says so.
  private void rollback(Throwable cause) {
    session.forgetStatements();
    try {
      session.script("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// Copies the log into the file and cuts it off, as far as nobody reads an older state.
  void emptyLog() throws IOException {
    lock.lock();
    try {
      session.number("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      session.forgetStatements();
      throw CatalogErrors.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  void limitPages(int pages) throws IOException {
    try {
      session.number("PRAGMA max_page_count = " + pages);
    } catch (SQLException e) {
      throw CatalogErrors.of(file, e);
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}

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

  private static final int READERS_MILLIS = 2_000;

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

  /// Copies the log into the file and cuts it off; waits [#READERS_MILLIS] for those who read an
  /// older state.
  ///
  /// @return whether it is empty
  boolean emptyLog() throws IOException {
    lock.lock();
    try {
      session.number("PRAGMA busy_timeout = " + READERS_MILLIS);
      try {
        return session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      } finally {
        session.number("PRAGMA busy_timeout = " + CatalogFile.BUSY_MILLIS);
      }
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

package dev.anmok.sqlite;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The rows of a query, made into values one at a time.
///
/// @param session where the query runs
/// @param result stands before its first row; closed with the stream
/// @param row makes a value of a row
record Rows<T>(Session session, ResultSet result, Session.Row<T> row) {
  /// What happens after a stream was closed.
  interface AfterClose {
    void run() throws SQLException;
  }

  Stream<T> stream(Path file, AfterClose afterClose) {
    var rows =
        new Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super T> action) {
            T value;
            try {
              if (!result.next()) {
                return false;
              }
              value = row.of(result);
            } catch (SQLException e) {
              session.forgetStatements();
              throw new UncheckedIOException(CatalogErrors.of(file, e));
            }
            action.accept(value);
            return true;
          }
        };
    return StreamSupport.stream(rows, false).onClose(() -> close(file, afterClose));
  }

  private void close(Path file, AfterClose afterClose) {
    try {
      try {
        result.close();
      } finally {
        afterClose.run();
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(CatalogErrors.of(file, e));
    }
  }
}

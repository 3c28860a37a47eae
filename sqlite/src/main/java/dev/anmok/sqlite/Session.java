package dev.anmok.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with the statements it has prepared. Used by one thread at a time; a statement is
/// not run again while its rows are being read.
final class Session implements AutoCloseable {
  /// Makes a value of the row that a result stands on.
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /// Runs a script of statements without parameters.
  void script(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /// Starts a query; the caller closes the result.
  ResultSet query(String sql, @Nullable Object... parameters) throws SQLException {
    return statement(sql, parameters).executeQuery();
  }

  /// The first row, if there is one.
  <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (var rows = query(sql, parameters)) {
      return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
    }
  }

  /// The number in the first column of the only row.
  long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(row -> row.getLong(1), sql, parameters).orElse(0L);
  }

  /// Inserts, updates or deletes; returns the number of rows that it touched.
  int update(String sql, @Nullable Object... parameters) throws SQLException {
    return statement(sql, parameters).executeUpdate();
  }

  /// The row id of the last insertion.
  long insertedId() throws SQLException {
    return number("SELECT last_insert_rowid()");
  }

  /// After an error the driver has discarded the statement that met it; all are prepared anew.
  void forgetStatements() {
    prepared.clear();
  }

  private PreparedStatement statement(String sql, @Nullable Object... parameters)
      throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package dev.anmok.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The errors are SQLite's own, provoked.
final class CatalogErrorsTest {
  @TempDir Path folder;

  private Connection connect(String query) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + folder.resolve("a.db") + query);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private IOException failure(Connection connection, String sql) {
    var file = folder.resolve("a.db");
    var e = CatalogErrors.of(file, assertThrows(SQLException.class, () -> run(connection, sql)));
    assertThat(e).hasMessageStartingWith(file.toString()).hasMessageNotContaining("\n");
    return e;
  }

  @Test
  void aLockedFile() throws SQLException {
    try (var one = connect("");
        var two = connect("?busy_timeout=0")) {
      run(one, "CREATE TABLE t (a)");
      run(one, "BEGIN IMMEDIATE");

      assertThat(failure(two, "BEGIN IMMEDIATE")).hasMessageContaining("locked by another process");
    }
  }

  @Test
  void aFileThatMayNotBeWritten() throws SQLException {
    try (var one = connect("")) {
      run(one, "CREATE TABLE t (a)");
    }
    try (var reading = connect("?mode=ro&open_mode=1")) {
      assertThat(failure(reading, "INSERT INTO t VALUES (1)")).hasMessageContaining("writable");
    }
  }

  @Test
  void aConstraintIsToldApart() throws SQLException {
    try (var one = connect("")) {
      run(one, "CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)");
      var e = assertThrows(SQLException.class, () -> run(one, "INSERT INTO t VALUES (1)"));

      assertThat(CatalogErrors.isConstraint(e)).isTrue();
      assertThat(CatalogErrors.of(folder, e)).hasMessageContaining("could not be used");
    }
  }
}

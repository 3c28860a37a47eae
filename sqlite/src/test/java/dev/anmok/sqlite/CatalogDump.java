package dev.anmok.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every row of every table as text, row ids included; of generation numbers only whether there is
/// one, and not the random name of the catalog's state.
final class CatalogDump {
  private CatalogDump() {}

  static List<String> of(Path file) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      lines.addAll(rows(connection, "PRAGMA integrity_check"));
      for (var table :
          rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        switch (table) {
          case "generation" -> {}
          case "setting" ->
              lines.addAll(
                  rows(connection, "SELECT * FROM setting WHERE name <> 'state' ORDER BY name"));
          case "entry" ->
              lines.addAll(
                  rows(
                      connection,
                      """
                      SELECT 'entry', id, uri, item, photo, size, modified, sha256, reason, detail,
                        seq > 0, removed > 0
                      FROM entry ORDER BY id\
                      """));
          default ->
              lines.addAll(
                  rows(connection, "SELECT '" + table + "', * FROM " + table + " ORDER BY 2, 3"));
        }
      }
    }
    return lines;
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(line(rows));
      }
    }
    return lines;
  }

  private static String line(ResultSet rows) throws SQLException {
    var values = new ArrayList<String>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      values.add(
          rows.getObject(i) instanceof byte[] blob
              ? Arrays.toString(blob)
              : "" + rows.getObject(i));
    }
    return String.join("|", values);
  }
}

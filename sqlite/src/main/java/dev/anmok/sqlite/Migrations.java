package dev.anmok.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The numbered steps from an empty file to the present schema: script `n` leads from version `n -
/// 1` to `n`. Each is one transaction, so that a kill leaves a file of some whole version.
///
/// @param scripts the steps, the first of them to version 1
record Migrations(List<String> scripts) {
  /// Marks the file as a catalog; see V1.sql.
  static final int APPLICATION_ID = 0x414E4D4B;

  private static final int SHIPPED = 8;

  Migrations {
    scripts = List.copyOf(scripts);
  }

  /// The steps that this version of the program ships.
  static Migrations shipped() {
    var scripts = new ArrayList<String>();
    for (int version = 1; version <= SHIPPED; version++) {
      scripts.add(resource("V" + version + ".sql"));
    }
    return new Migrations(scripts);
  }

  int latest() {
    return scripts.size();
  }

  /// Brings a file to the latest version. Another process may be doing the same.
  ///
  /// @throws IOException if the file belongs to something else, or to a newer version
  void run(Session session, Path file) throws SQLException, IOException {
    int version = check(session, file);
    while (version < latest()) {
      session.script("BEGIN IMMEDIATE");
      try {
        version = check(session, file);
        if (version < latest()) {
          session.script(scripts.get(version));
          session.script("PRAGMA user_version = " + ++version);
        }
        session.script("COMMIT");
      } catch (SQLException | IOException e) {
        rollback(session, e);
        throw e;
      }
    }
  }

  /// After some errors, such as a full disk, SQLite has rolled back by itself, and says so.
  private static void rollback(Session session, Exception cause) {
    try {
      session.script("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// The file's version, 0 if it is empty.
  int check(Session session, Path file) throws SQLException, IOException {
    long application = session.number("PRAGMA application_id");
    long version = session.number("PRAGMA user_version");
    long tables = session.number("SELECT count(*) FROM sqlite_schema");
    boolean empty = application == 0 && version == 0 && tables == 0;
    if (!empty && application != APPLICATION_ID) {
      throw new IOException(
          file + " is no Anmok catalog: choose another workspace, or move it away");
    }
    if (version > latest()) {
      throw new IOException(
          "%s was written by a newer Anmok (catalog version %d, this one knows %d): use that one, or another workspace"
              .formatted(file, version, latest()));
    }
    return Math.toIntExact(version);
  }

  private static String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the jar's " + name + " cannot be read", e);
    }
  }
}

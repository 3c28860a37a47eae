package dev.anmok.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// Says in one line what SQLite's error codes mean for the person at the keyboard.
final class CatalogErrors {
  /// Extended codes carry the primary one in their lowest byte. Source: sqlite.org/rescode.html.
  private static final int PRIMARY = 0xff;

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int NOTADB = 26;

  private CatalogErrors() {}

  static IOException of(Path file, SQLException e) {
    return new IOException(line(file, e), e);
  }

  static boolean isConstraint(SQLException e) {
    return code(e) == CONSTRAINT;
  }

  private static int code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode().code & PRIMARY
        : e.getErrorCode() & PRIMARY;
  }

  private static String line(Path file, SQLException e) {
    return switch (code(e)) {
      case BUSY, LOCKED ->
          file + " is locked by another process: wait for it to end, or stop it, and try again";
      case READONLY ->
          file + " cannot be written: make the file and its folder writable, or use another one";
      case IOERR ->
          file + " could not be read or written: check the disk and its free space, then try again";
      case CORRUPT ->
          file + " is damaged: restore it from a copy, or move it away and ingest again";
      case FULL ->
          file + " cannot grow, the disk is full: free some space and run the same command again";
      case CANTOPEN -> file + " cannot be opened: check the path and its permissions";
      case NOTADB -> file + " is no Anmok catalog: choose another workspace, or move it away";
      default -> file + " could not be used: " + e.getMessage();
    };
  }
}

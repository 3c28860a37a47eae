package dev.anmok.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// Where the catalog lies and how connections to it are made.
///
/// @param path the SQLite file
/// @param readOnly whether nothing may be written, not even a migration
record CatalogFile(Path path, boolean readOnly) {
  /// 8 KiB pages hold seven embeddings of 256 dimensions with a tenth of waste; the usual 4 KiB
  /// hold three with a quarter.
  private static final int PAGE_BYTES = 8192;

  static final int BUSY_MILLIS = 10_000;

  /// Beyond this the write-ahead log is cut back once it was copied into the file.
  private static final int LOG_LIMIT_BYTES = 64 << 20;

  private static final int CACHE_KIB = 8 << 10;

  /// The one connection that writes. It makes the file if there is none.
  Session writing() throws SQLException {
    var session = connect(config(), "");
    // The size of pages only counts while the file is empty and not yet in WAL mode.
    session.script("PRAGMA page_size = " + PAGE_BYTES);
    session.script("PRAGMA journal_mode = WAL");
    session.script("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY");
    session.script("PRAGMA journal_size_limit = " + LOG_LIMIT_BYTES);
    return session;
  }

  /// A connection that only reads.
  Session reading() throws SQLException {
    var config = config();
    if (!readOnly) {
      var session = connect(config, "");
      session.script("PRAGMA query_only = ON");
      return session;
    }
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setReadOnly(true);
    return connect(config, onReadOnlyMedium() ? "?immutable=1" : "");
  }

  /// Length of the file and its write-ahead log.
  long sizeBytes() throws IOException {
    return length(path) + length(beside("-wal")) + length(beside("-shm"));
  }

  private SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setCacheSize(-CACHE_KIB);
    return config;
  }

  /// The path goes as a URI, so that no character in a folder's name means something to the driver.
  private Session connect(SQLiteConfig config, String query) throws SQLException {
    var uri = "file:" + path.toAbsolutePath().toUri().getRawPath() + query;
    Connection connection = config.createConnection("jdbc:sqlite:" + uri);
    return new Session(connection);
  }

  /// Where no files can be made beside the catalog, SQLite reads it only if told that it will not
  /// change; with a log beside it, it is not complete by itself.
  private boolean onReadOnlyMedium() {
    var folder = path.toAbsolutePath().getParent();
    return folder != null && !Files.isWritable(folder) && !Files.exists(beside("-wal"));
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private static long length(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}

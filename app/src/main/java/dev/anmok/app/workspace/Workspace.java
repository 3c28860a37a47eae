package dev.anmok.app.workspace;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.WorkspaceLock;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A folder that holds a catalog, its indexes and reports. One process writes at a time; any number
/// read.
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Catalog catalog;
  private final @Nullable WorkspaceLock lock;

  private Workspace(Path folder, Catalog catalog, @Nullable WorkspaceLock lock) {
    this.folder = folder;
    this.catalog = catalog;
    this.lock = lock;
  }

  /// Opens a workspace for writing and makes it if there is none.
  ///
  /// @throws IOException if another process writes to it, or it was made by a newer version
  public static Workspace write(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + ": not a folder; --workspace must name a folder");
    }
    Files.createDirectories(folder);
    var lock = WorkspaceLock.acquire(folder);
    try {
      return new Workspace(folder, SqliteCatalog.open(catalogFile(folder)), lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens a workspace for reading.
  ///
  /// @throws IOException if there is none
  public static Workspace read(Path folder) throws IOException {
    requirePresent(folder);
    return new Workspace(folder, SqliteCatalog.openReadOnly(catalogFile(folder)), null);
  }

  /// Opens a workspace for writing that must be there already.
  public static Workspace update(Path folder) throws IOException {
    requirePresent(folder);
    return write(folder);
  }

  /// Whether a folder holds a workspace that was filled.
  public static boolean present(Path folder) {
    return Files.isRegularFile(catalogFile(folder));
  }

  private static void requirePresent(Path folder) throws IOException {
    if (!present(folder)) {
      throw new IOException(
          folder
              + ": no workspace there yet; fill one with: anmok ingest FOLDER --profile cafe, album or"
              + " review");
    }
  }

  private static Path catalogFile(Path folder) {
    return folder.resolve("catalog.sqlite");
  }

  public Path folder() {
    return folder;
  }

  public Catalog catalog() {
    return catalog;
  }

  /// Folder of the index of a space.
  public Path indexFolder(String space) {
    return folder.resolve("index").resolve(space);
  }

  @Override
  public void close() throws IOException {
    try {
      catalog.close();
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}

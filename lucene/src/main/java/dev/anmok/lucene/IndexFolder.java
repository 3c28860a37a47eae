package dev.anmok.lucene;

import dev.anmok.core.search.IndexDamagedException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// The files of an index, and what their state means in plain words.
final class IndexFolder {
  private IndexFolder() {}

  /// Whether an index was ever committed here.
  ///
  /// @throws IndexDamagedException if the folder holds parts of an index but no commit
  static boolean holdsCommit(Path folder, FSDirectory directory) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      return true;
    }
    if (!parts(folder).isEmpty()) {
      throw damaged(folder, new IndexNotFoundException("parts of an index without a commit"));
    }
    return false;
  }

  /// Deletes the files of an index, and no others.
  static void erase(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var directory = FSDirectory.open(folder);
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (var part : parts(folder)) {
        Files.deleteIfExists(part);
      }
    } catch (LockObtainFailedException e) {
      throw explain(folder, e);
    }
  }

  /// The exception that tells the user what an error of the index means.
  static IOException explain(Path folder, IOException e) {
    return switch (e) {
      case IndexDamagedException known -> known;
      case LockObtainFailedException held ->
          new IOException(
              folder + " is being written by another process; wait until it has ended", held);
      case CorruptIndexException corrupt -> damaged(folder, corrupt);
      case IndexFormatTooNewException newer -> damaged(folder, newer);
      case IndexFormatTooOldException older -> damaged(folder, older);
      case IndexNotFoundException missing -> damaged(folder, missing);
      case EOFException cut -> damaged(folder, cut);
      case NoSuchFileException missing -> damaged(folder, missing);
      case FileNotFoundException missing -> damaged(folder, missing);
      default -> e;
    };
  }

  private static IndexDamagedException damaged(Path folder, Exception cause) {
    return new IndexDamagedException(
        "%s: the index is damaged (%s); rebuild it from the catalog"
            .formatted(folder, firstLine(cause)),
        cause);
  }

  private static String firstLine(Exception cause) {
    var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause.getClass().getSimpleName() + ": " + message;
  }

  /// Bytes that the files of an index take.
  static long bytes(Path folder) throws IOException {
    long sum = 0;
    for (var part : parts(folder)) {
      sum += Files.size(part);
    }
    return sum;
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> isPart(file.getFileName().toString())).toList();
    }
  }

  private static boolean isPart(String name) {
    return name.startsWith("_")
        || name.startsWith("segments")
        || name.startsWith("pending_segments");
  }
}

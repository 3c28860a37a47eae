package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What a URI looks like before a byte is read: a file, or why there is none to read.
sealed interface FileLook {
  /// Length and time of a place that could not even be looked at.
  long UNKNOWN = -1;

  long sizeBytes();

  long modifiedMillis();

  record Found(Path path, long sizeBytes, long modifiedMillis) implements FileLook {}

  record Unusable(Reason reason, String detail, long sizeBytes, long modifiedMillis)
      implements FileLook {}

  static FileLook at(String uri, long maxBytes) {
    if (uri.contains("://")) {
      return unknown(Reason.NOT_ALLOWED, "only files are read, not " + uri);
    }
    try {
      var path = Path.of(uri);
      return of(path, Files.readAttributes(path, BasicFileAttributes.class), maxBytes);
    } catch (InvalidPathException e) {
      return unnameable(uri);
    } catch (NoSuchFileException e) {
      boolean undecodable = uri.indexOf('\uFFFD') >= 0;
      return undecodable ? unnameable(uri) : unknown(Reason.MISSING, "there is no file " + uri);
    } catch (IOException e) {
      return unknown(Reason.UNREADABLE, uri + " cannot be looked at: " + cause(e));
    }
  }

  private static FileLook of(Path path, BasicFileAttributes attributes, long maxBytes) {
    long size = attributes.size();
    long modified = attributes.lastModifiedTime().toMillis();
    if (attributes.isDirectory()) {
      return unknown(Reason.UNREADABLE, path + " is a folder, or one that may not be listed");
    }
    if (!attributes.isRegularFile()) {
      return unknown(Reason.UNREADABLE, path + " is a device or a pipe, not a file");
    }
    if (size == 0) {
      return new Unusable(Reason.EMPTY, "the file holds no bytes", size, modified);
    }
    if (size > maxBytes) {
      var detail = "the file has " + size + " bytes, at most " + maxBytes + " are read";
      return new Unusable(Reason.TOO_MANY_BYTES, detail, size, modified);
    }
    return new Found(path, size, modified);
  }

  /// A name in another encoding than this process reads names in: there is no text for it.
  private static FileLook unnameable(String uri) {
    return unknown(
        Reason.UNREADABLE,
        "the name " + uri + " cannot be read in this encoding: rename it, or set LC_ALL=C.UTF-8");
  }

  private static FileLook unknown(Reason reason, String detail) {
    return new Unusable(reason, detail, UNKNOWN, UNKNOWN);
  }

  /// The message of an exception, or its kind where it has none.
  static String cause(Exception e) {
    var message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}

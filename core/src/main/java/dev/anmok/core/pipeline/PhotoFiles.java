package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/// Photos that are files. URLs are not allowed here, `file:` among them.
///
/// @param maxBytes a longer file is not even read, at least 1
public record PhotoFiles(long maxBytes) implements PhotoBytes {
  /// Two letters or more: one letter is a drive of Windows.
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  public PhotoFiles {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be >= 1, was " + maxBytes);
    }
  }

  @Override
  public Look look(String uri) {
    if (SCHEME.matcher(uri).lookingAt()) {
      return unknown(
          Reason.NOT_ALLOWED,
          "only files are read, not " + uri + " (--allow-urls lets http and https be fetched)");
    }
    try {
      var path = Path.of(uri);
      return look(uri, path, Files.readAttributes(path, BasicFileAttributes.class));
    } catch (InvalidPathException e) {
      return unnameable(uri);
    } catch (NoSuchFileException e) {
      boolean undecodable = uri.indexOf('\uFFFD') >= 0;
      return undecodable ? unnameable(uri) : unknown(Reason.MISSING, "there is no file " + uri);
    } catch (IOException e) {
      return unknown(Reason.UNREADABLE, uri + " cannot be looked at: " + Failure.words(e));
    }
  }

  private Look look(String uri, Path path, BasicFileAttributes attributes) {
    long size = attributes.size();
    long modified = attributes.lastModifiedTime().toMillis();
    if (attributes.isDirectory()) {
      return unknown(Reason.UNREADABLE, path + " is a folder, or one that may not be listed");
    }
    if (!attributes.isRegularFile()) {
      return unknown(Reason.UNREADABLE, path + " is a device or a pipe, not a file");
    }
    if (size == 0) {
      return new Look.Unusable(Reason.EMPTY, "the file holds no bytes", size, modified);
    }
    if (size > maxBytes) {
      var detail = "the file has " + size + " bytes, at most " + maxBytes + " are read";
      return new Look.Unusable(Reason.TOO_MANY_BYTES, detail, size, modified);
    }
    return new Look.Found(uri, size, modified);
  }

  /// A name in another encoding than this process reads names in: there is no text for it.
  private static Look unnameable(String uri) {
    return unknown(
        Reason.UNREADABLE,
        "the name " + uri + " cannot be read in this encoding: rename it, or set LC_ALL=C.UTF-8");
  }

  private static Look unknown(Reason reason, String detail) {
    return new Look.Unusable(reason, detail, UNKNOWN, UNKNOWN);
  }

  @Override
  public Content read(Look.Found file) {
    try {
      return new Content.Bytes(bytes(file.uri(), Math.toIntExact(file.sizeBytes())));
    } catch (IOException e) {
      var detail = file.uri() + " could not be read: " + Failure.words(e);
      return new Content.Rejected(Reason.UNREADABLE, detail, true);
    }
  }

  /// The first `length` bytes. A stream, not a channel: a channel would copy them once more, and an
  /// interrupt would close it.
  private static byte[] bytes(String path, int length) throws IOException {
    try (var in = new FileInputStream(path)) {
      byte[] bytes = new byte[length];
      int read = in.readNBytes(bytes, 0, length);
      if (read < length) {
        throw new EOFException("it became shorter while it was read");
      }
      return bytes;
    }
  }
}

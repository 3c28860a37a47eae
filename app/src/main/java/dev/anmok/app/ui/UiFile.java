package dev.anmok.app.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// One file of the pages, as it lies and compressed.
final class UiFile {
  private final String type;
  private final byte[] bytes;
  private final byte[] gzipped;

  UiFile(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
    this.gzipped = gzip(bytes);
  }

  /// The media type of a file by its name.
  ///
  /// @throws IllegalArgumentException if pages have no such files
  static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no media type is known for " + name);
    };
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// The same bytes in the gzip format (RFC 1952).
  byte[] gzipped() {
    return gzipped.clone();
  }
}

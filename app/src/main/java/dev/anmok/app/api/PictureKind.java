package dev.anmok.app.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The usual extension of a picture file, by its first bytes.
final class PictureKind {
  private static final int HEAD = 12;

  private PictureKind() {}

  /// With its dot; empty if the first bytes are those of no picture known here.
  static String extension(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return extension(in.readNBytes(HEAD));
    }
  }

  static String extension(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return ".jpg";
    }
    if (text.startsWith("\u0089PNG")) {
      return ".png";
    }
    if (text.startsWith("RIFF") && text.endsWith("WEBP")) {
      return ".webp";
    }
    if (text.startsWith("GIF8")) {
      return ".gif";
    }
    if (text.startsWith("BM")) {
      return ".bmp";
    }
    return text.startsWith("II*\0") || text.startsWith("MM\0*") ? ".tif" : "";
  }
}

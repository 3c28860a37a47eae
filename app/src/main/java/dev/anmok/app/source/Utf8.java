package dev.anmok.app.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opens text files as UTF-8 that must be UTF-8, with or without a byte order mark.
final class Utf8 {
  private Utf8() {}

  static BufferedReader open(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new BufferedReader(new InputStreamReader(bytes(file), decoder));
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e instanceof CharacterCodingException
          ? notUtf8(file, e)
          : new IOException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream bytes(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    }
  }

  static IOException notUtf8(Path file, Exception cause) {
    return new IOException(
        file + ": not UTF-8 text; save it as UTF-8 (a spreadsheet calls it CSV UTF-8)", cause);
  }
}

package dev.anmok.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A text file with an entry on each line; empty lines and those that begin with `#` do not count.
///
/// @param name the file, for messages
/// @param lines its entries
record WordList(String name, List<Line> lines) {
  /// Characters that a word or term may have.
  static final int LONGEST = 60;

  private static final int MAX_BYTES = 16 << 20;

  /// Reads an operator's file.
  ///
  /// @throws IOException if it is missing, larger than 16 MiB or no UTF-8
  static WordList of(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(file + ": a word list may have at most 16 MiB");
      }
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such word list", e);
    }
  }

  /// Reads a list that ships with this module.
  static WordList shipped(String name) {
    try (var stream = WordList.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return parse(name, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong with a line, for people to find it.
  IOException error(Line line, String wrong) {
    return new IOException("%s, line %d: %s".formatted(name, line.number(), wrong));
  }

  private static WordList parse(String name, byte[] bytes) throws IOException {
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var text : decode(name, bytes).lines().toList()) {
      number++;
      var entry = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
      if (!entry.isEmpty() && !entry.startsWith("#")) {
        lines.add(new Line(number, entry));
      }
    }
    return new WordList(name, List.copyOf(lines));
  }

  private static String decode(String name, byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(name + ": a word list must be UTF-8 text", e);
    }
  }

  /// An entry.
  ///
  /// @param number of its line, from 1
  record Line(int number, String text) {}
}

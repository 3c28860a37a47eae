package dev.anmok.app.source;

import dev.anmok.core.text.Language;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sentences with their translations, in UTF-8: a file of tab-separated columns of which one holds
/// Korean and one English, or two files with as many lines each, `NAME.ko` and `NAME.en`.
public final class PairFile {
  private static final String TAB = "\t";

  private PairFile() {}

  /// Reads the pairs in the file's order; lines with an empty sentence are passed over.
  ///
  /// @param columns numbers of the Korean and the English column from 1, for example `4,5`; without
  ///   them the Korean column is the one with Hangul, the English one the first before it with
  ///   Latin letters only and more than one word somewhere, else the first such after it
  /// @throws IOException if there is no such file, it is not UTF-8, or its columns cannot be told
  public static List<SentencePair> read(Path file, Optional<String> columns) throws IOException {
    var name = String.valueOf(file.getFileName());
    var pairs = new ArrayList<SentencePair>();
    if (columns.isEmpty() && (name.endsWith(".ko") || name.endsWith(".en"))) {
      var stem = name.substring(0, name.length() - 3);
      var korean = lines(file.resolveSibling(stem + ".ko"));
      var english = lines(file.resolveSibling(stem + ".en"));
      if (korean.size() != english.size()) {
        throw new IOException(
            "%s: %d lines, but %d in %s"
                .formatted(file, korean.size(), english.size(), stem + ".en"));
      }
      for (int i = 0; i < korean.size(); i++) {
        add(pairs, korean.get(i), english.get(i));
      }
    } else {
      table(file, columns, pairs);
    }
    if (pairs.isEmpty()) {
      throw new IOException(file + ": no pairs of sentences in it");
    }
    return pairs;
  }

  private static void table(Path file, Optional<String> columns, List<SentencePair> pairs)
      throws IOException {
    var rows =
        lines(file).stream().filter(line -> !line.isBlank()).map(l -> l.split(TAB, -1)).toList();
    if (rows.isEmpty()) {
      return;
    }
    int[] places = columns.isPresent() ? numbers(columns.get()) : find(file, rows);
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (Math.max(places[0], places[1]) >= row.length) {
        throw new IOException(
            "%s: row %d has %d columns, %d are needed"
                .formatted(file, i + 1, row.length, Math.max(places[0], places[1]) + 1));
      }
      add(pairs, row[places[0]], row[places[1]]);
    }
  }

  private static int[] numbers(String columns) throws IOException {
    var parts = columns.split(",", -1);
    try {
      if (parts.length == 2) {
        int korean = Integer.parseInt(parts[0].strip());
        int english = Integer.parseInt(parts[1].strip());
        if (korean >= 1 && english >= 1 && korean != english) {
          return new int[] {korean - 1, english - 1};
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("--columns must be two numbers such as 4,5, was " + columns, e);
    }
    throw new IOException(
        "--columns must be two different numbers from 1 such as 4,5, was " + columns);
  }

  private static int[] find(Path file, List<String[]> rows) throws IOException {
    int width = rows.getFirst().length;
    int korean = -1;
    var english = new ArrayList<Integer>();
    for (int c = 0; c < width; c++) {
      if (most(rows, c, PairFile::korean)) {
        korean = korean < 0 ? c : korean;
      } else if (most(rows, c, text -> Language.of(text) == Language.ENGLISH)
          && most(rows, c, text -> !label(text))) {
        english.add(c);
      }
    }
    if (korean < 0 || english.isEmpty()) {
      throw new IOException(
          file
              + ": a Korean and an English column are needed, parted by tabs; name them by"
              + " --columns KO,EN");
    }
    int at = korean;
    int chosen =
        english.stream().filter(c -> c < at).findFirst().orElseGet(() -> english.getFirst());
    return new int[] {korean, chosen};
  }

  private static boolean korean(String text) {
    var language = Language.of(text);
    return language == Language.KOREAN || language == Language.MIXED;
  }

  /// A word such as `train` rather than a sentence.
  private static boolean label(String text) {
    return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private static boolean most(
      List<String[]> rows, int column, java.util.function.Predicate<String> is) {
    long held = rows.stream().filter(row -> column < row.length && is.test(row[column])).count();
    return held * 10 >= rows.size() * 9L;
  }

  private static void add(List<SentencePair> pairs, String korean, String english) {
    if (!korean.isBlank() && !english.isBlank()) {
      pairs.add(new SentencePair(korean.strip(), english.strip()));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    var lines = new ArrayList<String>();
    try (var reader = Utf8.open(file)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (CharacterCodingException e) {
      throw Utf8.notUtf8(file, e);
    }
    return lines;
  }
}

package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What people said of photos: a CSV file in UTF-8 with the columns `uri` (relative to the file, or
/// absolute) and `label` (`good` or `bad`, and some words for the same).
public final class LabelFile {
  private static final Set<String> GOOD = Set.of("good", "positive", "1", "true", "yes");
  private static final Set<String> BAD = Set.of("bad", "negative", "0", "false", "no");

  private LabelFile() {}

  /// Reads the file: whether each URI is good.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a label is not known, or one photo has two different labels
  public static Map<String, Boolean> read(Path file) throws IOException {
    return read(file, LabelFile::good);
  }

  /// Reads the file with labels of another kind.
  ///
  /// @param meaning what a label says; it throws [IllegalArgumentException] for one not known
  static <T> Map<String, T> read(Path file, Function<String, T> meaning) throws IOException {
    var labels = new HashMap<String, T>();
    try (var reader = Utf8.open(file);
        var csv = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
      for (var record : csv) {
        var uri = file.toAbsolutePath().resolveSibling(field(file, record, "uri")).normalize();
        var label = label(file, record, meaning);
        var before = labels.put(uri.toString(), label);
        if (before != null && !before.equals(label)) {
          throw new IOException(
              file + " line " + record.getStartingLineNumber() + ": " + uri + " has two labels");
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw Utf8.notUtf8(file, coding);
      }
      throw e;
    } catch (CsvParseException e) {
      throw new IOException(file + ": not valid CSV: " + e.getMessage(), e);
    }
    return labels;
  }

  private static <T> T label(Path file, NamedCsvRecord record, Function<String, T> meaning)
      throws IOException {
    try {
      return meaning.apply(field(file, record, "label"));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          file + " line " + record.getStartingLineNumber() + ": " + e.getMessage(), e);
    }
  }

  private static boolean good(String label) {
    if (!GOOD.contains(label) && !BAD.contains(label)) {
      throw new IllegalArgumentException("the label must be good or bad, was '" + label + "'");
    }
    return GOOD.contains(label);
  }

  private static String field(Path file, NamedCsvRecord record, String column) throws IOException {
    return record
        .findField(column)
        .orElseThrow(() ->
            new IOException(
                file
                    + ": there is no column '"
                    + column
                    + "'; its columns are "
                    + String.join(", ", record.getHeader())));
  }
}

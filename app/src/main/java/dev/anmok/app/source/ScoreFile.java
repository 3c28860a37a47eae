package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scores that people gave to photos: a CSV file in UTF-8 with the columns `uri` (relative to the
/// file or to another folder, or absolute), `score` (1 to 10) and, if some photos are variants of
/// one, `group`.
public final class ScoreFile {
  private static final double LEAST = 1;
  private static final double MOST = 10;

  private ScoreFile() {}

  /// One line.
  ///
  /// @param uri absolute, in the form the catalog keeps
  /// @param score 1..10
  /// @param group name of the variants that it belongs to; empty if it is none
  public record Row(String uri, double score, String group) {}

  /// Reads the file.
  ///
  /// @param folder what URIs are relative to
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a score is no number from 1 to 10, or a photo stands there twice
  public static List<Row> read(Path file, Path folder) throws IOException {
    var rows = new LinkedHashMap<String, Row>();
    try (var reader = Utf8.open(file);
        var csv = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
      for (var record : csv) {
        add(file, folder, record, rows);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw Utf8.notUtf8(file, coding);
      }
      throw e;
    } catch (CsvParseException e) {
      throw new IOException(file + ": not valid CSV: " + e.getMessage(), e);
    }
    return List.copyOf(rows.values());
  }

  private static void add(Path file, Path folder, NamedCsvRecord record, Map<String, Row> rows)
      throws IOException {
    var where = file + " line " + record.getStartingLineNumber() + ": ";
    var uri = folder.toAbsolutePath().resolve(field(file, record, "uri")).normalize().toString();
    var text = field(file, record, "score").strip();
    double score = number(text);
    if (!(score >= LEAST && score <= MOST)) {
      throw new IOException(where + "the score must be a number from 1 to 10, was '" + text + "'");
    }
    var row = new Row(uri, score, record.findField("group").orElse("").strip());
    if (rows.put(uri, row) != null) {
      throw new IOException(where + uri + " stands here twice");
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN; // out of range like every other bad number
    }
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

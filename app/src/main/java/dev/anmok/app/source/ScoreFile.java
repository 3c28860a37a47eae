package dev.anmok.app.source;

import java.io.IOException;
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
    CsvRows.read(file, row -> add(folder, row, rows));
    return List.copyOf(rows.values());
  }

  private static void add(Path folder, CsvRow from, Map<String, Row> rows) throws IOException {
    var uri = from.path(folder, from.field("uri"));
    var text = from.field("score").strip();
    double score = number(text);
    if (!(score >= LEAST && score <= MOST)) {
      throw from.problem("the score must be a number from 1 to 10, was '" + text + "'");
    }
    var row = new Row(uri, score, from.find("group").orElse("").strip());
    if (rows.put(uri, row) != null) {
      throw from.problem(uri + " stands here twice");
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN; // out of range like every other bad number
    }
  }
}

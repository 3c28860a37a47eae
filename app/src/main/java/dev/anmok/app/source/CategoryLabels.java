package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/// Which category people put photos into: a CSV file in UTF-8 with the columns `uri` (relative to
/// the file, or absolute) and `category`.
public final class CategoryLabels {
  private CategoryLabels() {}

  /// Reads the file: the category of each URI, in the file's order.
  ///
  /// @param known names that a category may have
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a category is not known, or one photo has two
  public static SequencedMap<String, String> read(Path file, Set<String> known) throws IOException {
    var labels = new LinkedHashMap<String, String>();
    try (var reader = Utf8.open(file);
        var csv = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
      for (var record : csv) {
        var where = file + " line " + record.getStartingLineNumber() + ": ";
        var category = field(file, record, "category");
        if (!known.contains(category)) {
          throw new IOException(
              where + "unknown category '" + category + "'; known: " + String.join(", ", known));
        }
        var uri = file.toAbsolutePath().resolveSibling(field(file, record, "uri")).normalize();
        var before = labels.put(uri.toString(), category);
        if (before != null && !before.equals(category)) {
          throw new IOException(where + uri + " has two categories");
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
    if (labels.isEmpty()) {
      throw new IOException(file + ": no labels in it");
    }
    return labels;
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

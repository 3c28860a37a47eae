package dev.anmok.app.source;

import java.io.IOException;
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
    CsvRows.read(
        file,
        row -> {
          var category = row.field("category");
          if (!known.contains(category)) {
            throw row.problem(
                "unknown category '" + category + "'; known: " + String.join(", ", known));
          }
          var uri = row.path(row.field("uri"));
          var before = labels.put(uri, category);
          if (before != null && !before.equals(category)) {
            throw row.problem(uri + " has two categories");
          }
        });
    if (labels.isEmpty()) {
      throw new IOException(file + ": no labels in it");
    }
    return labels;
  }
}

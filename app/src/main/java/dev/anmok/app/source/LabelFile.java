package dev.anmok.app.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What people said of photos: a CSV file in UTF-8 with the columns `uri` (a URL, or a path,
/// absolute or relative to the file) and `label` (`good` or `bad`, and some words for the same).
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
    CsvRows.read(
        file,
        row -> {
          var uri = row.path(row.field("uri"));
          var label = label(row, meaning);
          var before = labels.put(uri, label);
          if (before != null && !before.equals(label)) {
            throw row.problem(uri + " has two labels");
          }
        });
    return labels;
  }

  private static <T> T label(CsvRow row, Function<String, T> meaning) throws IOException {
    try {
      return meaning.apply(row.field("label"));
    } catch (IllegalArgumentException e) {
      throw row.problem(String.valueOf(e.getMessage()));
    }
  }

  private static boolean good(String label) {
    if (!GOOD.contains(label) && !BAD.contains(label)) {
      throw new IllegalArgumentException("the label must be good or bad, was '" + label + "'");
    }
    return GOOD.contains(label);
  }
}

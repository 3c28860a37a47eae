package dev.anmok.app.source;

import dev.anmok.core.classify.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which leaf of a taxonomy people put photos into: a CSV file in UTF-8 with the columns `photo` or
/// `uri` (relative to the file or another folder, or absolute), `label` (a leaf's name, alias or
/// path) and, where photos belong together, `group`.
public final class LeafLabels {
  private LeafLabels() {}

  /// One line.
  ///
  /// @param uri absolute, in the form the catalog keeps
  /// @param path the leaf as `head/leaf`
  /// @param group name of the photos that it belongs with; empty if it is none
  /// @param line where it stands, from 1
  public record Row(String uri, String path, String group, long line) {}

  /// Reads the file.
  ///
  /// @param folder what URIs are relative to
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a label is none of the taxonomy or a head of it, or a photo stands there twice
  public static List<Row> read(Path file, Path folder, Taxonomy taxonomy) throws IOException {
    var rows = new LinkedHashMap<String, Row>();
    CsvRows.read(file, row -> add(row, folder, taxonomy, rows));
    if (rows.isEmpty()) {
      throw new IOException(file + ": no labels in it");
    }
    return List.copyOf(rows.values());
  }

  private static void add(CsvRow from, Path folder, Taxonomy taxonomy, Map<String, Row> rows)
      throws IOException {
    var written = from.find("photo").isPresent() ? from.field("photo") : from.field("uri");
    var uri = from.path(folder, written);
    var label = from.field("label").strip();
    var path = taxonomy.find(label).orElse("");
    if (path.isEmpty()) {
      throw from.problem(
          "unknown label '"
              + label
              + "'; leaves of the taxonomy are "
              + String.join(", ", taxonomy.paths()));
    }
    if (!Taxonomy.isLeaf(path)) {
      throw from.problem("'" + label + "' is a head; give one of its leaves");
    }
    var row = new Row(uri, path, from.find("group").orElse("").strip(), from.line());
    if (rows.put(uri, row) != null) {
      throw from.problem(uri + " stands here twice");
    }
  }
}

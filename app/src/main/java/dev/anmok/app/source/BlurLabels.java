package dev.anmok.app.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What people say of photos' sharpness: a CSV file in UTF-8 with the columns `path` or `uri`
/// (relative to a folder, or absolute) and `label`; and, if there, `kind`, `tags` (with `+`, `;` or
/// spaces between), `group` (what belongs together, such as the photos of one scene) and `split`
/// (`test` for rows that nothing may be chosen on). Holds every row.
///
/// @param file where they were read from
/// @param rows each photo once, in the file's order
/// @param repeated number of rows that said the same of a photo as an earlier one
public record BlurLabels(Path file, List<Row> rows, int repeated) {
  /// The split of rows that nothing may be chosen on.
  public static final String TEST = "test";

  private static final Map<String, Truth> SHORT = Map.of("1", Truth.BLURRY, "0", Truth.SHARP);

  /// What a person says.
  public enum Truth {
    SHARP,
    /// A plain subject, with little to tell sharpness by, and fine.
    FLAT,
    BLURRY,
    TOO_DARK,
    TOO_BRIGHT,
    UNSURE;

    /// Whether the photo tells right verdicts from wrong ones: it is sharp, flat or blurry.
    public boolean counts() {
      return this == SHARP || this == FLAT || this == BLURRY;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One photo.
  ///
  /// @param uri a URL or an absolute path, in the form the catalog keeps
  /// @param kind of blur, in the file's word; may be empty
  /// @param group its own name where the file gives none
  /// @param split may be empty
  public record Row(
      String uri, Truth truth, String kind, Set<String> tags, String group, String split) {
    public Row {
      tags = Set.copyOf(tags);
    }

    /// Whether nothing may be chosen on it.
    public boolean test() {
      return split.equals(TEST);
    }
  }

  private record Numbered(Row row, long line) {}

  public BlurLabels {
    rows = List.copyOf(rows);
  }

  /// Reads the file.
  ///
  /// @param folder what paths are relative to
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, a column is missing,
  ///   a label is not known, one photo has two different labels, or there are no rows
  public static BlurLabels read(Path file, Path folder) throws IOException {
    var rows = new LinkedHashMap<String, Numbered>();
    var repeated = new int[1];
    CsvRows.read(file, from -> repeated[0] += add(folder, from, rows) ? 0 : 1);
    if (rows.isEmpty()) {
      throw new IOException(file + ": no labels in it");
    }
    return new BlurLabels(file, rows.values().stream().map(Numbered::row).toList(), repeated[0]);
  }

  /// Whether the photo is new.
  private static boolean add(Path folder, CsvRow from, Map<String, Numbered> rows)
      throws IOException {
    var name = from.find("path").isPresent() ? from.field("path") : from.field("uri");
    if (name.isBlank()) {
      throw from.problem("the path is empty");
    }
    var uri = from.path(folder, name.strip());
    var row =
        new Row(
            uri,
            truth(from),
            text(from, "kind"),
            tags(text(from, "tags")),
            text(from, "group").isEmpty() ? name.strip() : text(from, "group"),
            text(from, "split"));
    var before = rows.putIfAbsent(uri, new Numbered(row, from.line()));
    if (before != null && before.row().truth() != row.truth()) {
      throw from.problem(
          name
              + " is "
              + row.truth().code()
              + " here, but "
              + before.row().truth().code()
              + " on line "
              + before.line()
              + "; keep one of them");
    }
    return before == null;
  }

  private static Truth truth(CsvRow from) throws IOException {
    var label = from.field("label").strip();
    if (SHORT.containsKey(label)) {
      return SHORT.getOrDefault(label, Truth.UNSURE);
    }
    for (var truth : Truth.values()) {
      if (truth.code().equals(label)) {
        return truth;
      }
    }
    throw from.problem(
        "the label must be sharp, flat, blurry, too_dark, too_bright or unsure, or 1 for blurry and 0"
            + " for sharp; was '"
            + label
            + "'");
  }

  private static String text(CsvRow from, String column) {
    return from.find(column).orElse("").strip();
  }

  private static Set<String> tags(String text) {
    var tags = new TreeSet<>(Arrays.asList(text.split("[+;\\s]+")));
    tags.remove("");
    return tags;
  }

  /// URIs of photos whose files are not there, in the file's order.
  public List<String> missing() {
    return rows.stream().map(Row::uri).filter(uri -> !there(uri)).toList();
  }

  /// Only files are read: a photo behind a URL is not there.
  private static boolean there(String uri) {
    try {
      return Files.isRegularFile(Path.of(uri));
    } catch (InvalidPathException e) {
      return false; // a URL need not be a path
    }
  }

  /// The same without some photos.
  public BlurLabels without(Set<String> uris) {
    var left = rows.stream().filter(row -> !uris.contains(row.uri())).toList();
    return new BlurLabels(file, left, repeated);
  }

  /// The rows of one split only.
  ///
  /// @throws IOException if there are none
  public BlurLabels split(String name) throws IOException {
    var left = rows.stream().filter(row -> row.split().equals(name)).toList();
    if (left.isEmpty()) {
      var known = new TreeSet<>(rows.stream().map(Row::split).toList());
      throw new IOException(
          file
              + ": no rows of the split '"
              + name
              + "'; its splits are "
              + String.join(", ", known));
    }
    return new BlurLabels(file, left, repeated);
  }

  /// The rows that something may be chosen on: all but those of the split `test`.
  public BlurLabels forChoosing() {
    return new BlurLabels(file, rows.stream().filter(row -> !row.test()).toList(), repeated);
  }
}

package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which photos people say are the same: a CSV file in UTF-8 with the columns `uri` and `group`, or
/// `uri_a` and `uri_b` (relative to the file, or absolute). What two pairs share joins them.
public final class DuplicateFile {
  private final Path file;
  private final Map<String, String> groups = new LinkedHashMap<>();

  private DuplicateFile(Path file) {
    this.file = file;
  }

  /// Reads the file: the group of each photo, empty if it is single, in the file's order.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, columns are missing,
  ///   or one photo is in two groups
  public static Map<String, String> read(Path file) throws IOException {
    var reading = new DuplicateFile(file);
    try (var reader = Utf8.open(file);
        var csv = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
      for (var row : csv) {
        reading.take(row);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw Utf8.notUtf8(file, coding);
      }
      throw e;
    } catch (CsvParseException e) {
      throw new IOException(file + ": not valid CSV: " + e.getMessage(), e);
    }
    return reading.groups;
  }

  private void take(NamedCsvRecord row) throws IOException {
    var uri = row.findField("uri");
    var group = row.findField("group");
    var first = row.findField("uri_a");
    var second = row.findField("uri_b");
    if (uri.isPresent() && group.isPresent()) {
      var before = groups.put(path(uri.get()), group.get());
      if (before != null && !before.equals(group.get())) {
        throw new IOException(
            file + " line " + row.getStartingLineNumber() + ": " + uri.get() + " has two groups");
      }
    } else if (first.isPresent() && second.isPresent()) {
      join(path(first.get()), second.get().isEmpty() ? "" : path(second.get()));
    } else {
      throw new IOException(
          file
              + ": the columns must be uri,group or uri_a,uri_b; they are "
              + String.join(", ", row.getHeader()));
    }
  }

  private void join(String a, String b) {
    if (b.isEmpty()) {
      groups.putIfAbsent(a, "");
      return;
    }
    var groupA = groups.getOrDefault(a, "");
    var groupB = groups.getOrDefault(b, "");
    var group = groupA.isEmpty() ? (groupB.isEmpty() ? a : groupB) : groupA;
    if (!groupA.isEmpty() && !groupB.isEmpty()) {
      groups.replaceAll((_, old) -> old.equals(groupB) ? groupA : old);
    }
    groups.put(a, group);
    groups.put(b, group);
  }

  private String path(String uri) {
    return file.toAbsolutePath().resolveSibling(uri).normalize().toString();
  }
}

package dev.anmok.app.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which photos people say are the same: a CSV file in UTF-8 with the columns `uri` and `group`, or
/// `uri_a` and `uri_b` (URLs, or paths, absolute or relative to the file). What two pairs share
/// joins them.
public final class DuplicateFile {
  private final Map<String, String> groups = new LinkedHashMap<>();

  private DuplicateFile() {}

  /// Reads the file: the group of each photo, empty if it is single, in the file's order.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV, columns are missing,
  ///   or one photo is in two groups
  public static Map<String, String> read(Path file) throws IOException {
    var reading = new DuplicateFile();
    CsvRows.read(file, reading::take);
    return reading.groups;
  }

  private void take(CsvRow row) throws IOException {
    var uri = row.find("uri");
    var group = row.find("group");
    var first = row.find("uri_a");
    var second = row.find("uri_b");
    if (uri.isPresent() && group.isPresent()) {
      var before = groups.put(row.path(uri.get()), group.get());
      if (before != null && !before.equals(group.get())) {
        throw row.problem(uri.get() + " has two groups");
      }
    } else if (first.isPresent() && second.isPresent()) {
      join(row.path(first.get()), second.get().isEmpty() ? "" : row.path(second.get()));
    } else {
      throw new IOException(
          row.file() + ": the columns must be uri,group or uri_a,uri_b; they are " + row.columns());
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
}

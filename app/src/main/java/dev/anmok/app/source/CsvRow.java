package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A row of a CSV file that knows where it stands.
///
/// @param file the file, for messages and as the place that relative paths start from
/// @param fields the row itself
record CsvRow(Path file, NamedCsvRecord fields) {
  Optional<String> find(String column) {
    return fields.findField(column);
  }

  /// @throws IOException if there is no such column
  String field(String column) throws IOException {
    return find(column)
        .orElseThrow(() ->
            new IOException(
                file + ": there is no column '" + column + "'; its columns are " + columns()));
  }

  /// Where the photo lies that a field names: a URL as it is, or an absolute path, made of one
  /// relative to the file where it is relative.
  ///
  /// @throws IOException if it is no path
  String path(String field) throws IOException {
    return path(PhotoPlace.besides(file), field);
  }

  /// The same with paths relative to another folder.
  String path(Path folder, String field) throws IOException {
    try {
      return PhotoPlace.in(folder.toAbsolutePath(), field);
    } catch (IllegalArgumentException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  String columns() {
    return String.join(", ", fields.getHeader());
  }

  /// Where the row starts, from 1.
  long line() {
    return fields.getStartingLineNumber();
  }

  IOException problem(String what) {
    return new IOException(file + " line " + line() + ": " + what);
  }
}

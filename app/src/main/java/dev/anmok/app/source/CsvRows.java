package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/// Reads a CSV file in UTF-8 with a line of column names, row by row.
final class CsvRows {
  private CsvRows() {}

  /// Takes one row.
  interface Sink {
    void take(CsvRow row) throws IOException;
  }

  /// Reads the file.
  ///
  /// @throws IOException if there is no such file, it is not UTF-8 or not CSV
  static void read(Path file, Sink sink) throws IOException {
    try (var reader = Utf8.open(file)) {
      read(file, reader, sink);
    }
  }

  /// Reads rows from elsewhere.
  ///
  /// @param file what messages call it, and what paths are relative to
  static void read(Path file, Reader reader, Sink sink) throws IOException {
    try (var csv = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
      for (var record : csv) {
        sink.take(new CsvRow(file, record));
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw Utf8.notUtf8(file, coding);
      }
      throw e;
    } catch (CsvParseException e) {
      throw new IOException(file + ": not valid CSV: " + e.getMessage(), e);
    }
  }
}

package dev.anmok.app.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A manifest of comma-separated values in UTF-8 with a line of column names.
public final class CsvSource implements Source {
  private final Path file;
  private final Columns columns;

  public CsvSource(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  @Override
  public String name() {
    return file.toString();
  }

  /// Reads the whole manifest once, so that a malformed line is found before any photo is.
  @Override
  public OptionalLong count() throws IOException {
    return Lines.count(this);
  }

  @Override
  public Stream<SourcePhoto> photos() throws IOException {
    var reader = new QuoteParity(Utf8.open(file));
    try {
      var csv =
          CsvReader.builder()
              .allowExtraFields(false)
              .allowMissingFields(false)
              .skipEmptyLines(true)
              .ofNamedCsvRecord(reader);
      var row = new ManifestRow(file, columns);
      var rows = Lines.stream(csv.iterator(), reader, this::problem);
      return Stream.concat(
          rows.map(record -> photo(row, record)),
          Stream.of(reader).filter(QuoteParity::open).map(this::notClosed));
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private SourcePhoto photo(ManifestRow row, NamedCsvRecord record) {
    long line = record.getStartingLineNumber();
    if (!record.getHeader().contains(columns.uri())) {
      throw new UncheckedIOException(
          new IOException(
              file
                  + ": there is no column '"
                  + columns.uri()
                  + "'; its columns are "
                  + String.join(", ", record.getHeader())
                  + " (--uri-column names another)"));
    }
    if (record.getFieldCount() != record.getHeader().size()) {
      throw new UncheckedIOException(
          new IOException(
              String.format(
                  Locale.ROOT,
                  "%s line %d: not valid CSV: %d values for %d columns",
                  file,
                  line,
                  record.getFieldCount(),
                  record.getHeader().size())));
    }
    return row.photo(record.getFieldsAsMap(), line);
  }

  private SourcePhoto notClosed(QuoteParity end) {
    throw new UncheckedIOException(
        new IOException(file + ": not valid CSV: a quotation mark is never closed"));
  }

  private UncheckedIOException problem(RuntimeException e) {
    if (e instanceof UncheckedIOException io && io.getCause() instanceof CharacterCodingException) {
      return new UncheckedIOException(Utf8.notUtf8(file, io.getCause()));
    }
    var why = e instanceof CsvParseException && e.getCause() != null ? e.getCause() : e;
    return new UncheckedIOException(
        new IOException(file + ": not valid CSV: " + why.getMessage(), e));
  }
}

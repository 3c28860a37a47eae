package dev.anmok.app.source;

import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A manifest of one JSON object a line, in UTF-8. Values that are no texts become metadata as they
/// are written: numbers, booleans, and arrays as JSON, which fields of type list read without loss.
public final class JsonLinesSource implements Source {
  private final JsonMapper json = new JsonMapper();
  private final Path file;
  private final Columns columns;

  public JsonLinesSource(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  @Override
  public String name() {
    return file.toString();
  }

  /// Reads the whole manifest once, so that a malformed line is found before any photo is.
  ///
  /// @throws IOException also if no line says where its photo lies
  @Override
  public OptionalLong count() throws IOException {
    var count = Lines.count(this);
    if (count.getAsLong() > 0) {
      try (var photos = photos()) {
        if (photos.allMatch(photo -> photo.flaw().isPresent())) {
          throw new IOException(
              "%s: no line has a '%s'; the keys of the first are %s (--uri-column names another)"
                  .formatted(file, columns.uri(), String.join(", ", firstKeys())));
        }
      }
    }
    return count;
  }

  @Override
  public Stream<SourcePhoto> photos() throws IOException {
    var reader = Utf8.open(file);
    var row = new ManifestRow(file, columns);
    var number = new AtomicLong();
    return Lines.stream(reader.lines().iterator(), reader, this::problem)
        .peek(line -> number.incrementAndGet())
        .filter(line -> !line.isBlank())
        .map(line -> photo(row, line, number.get()));
  }

  private SourcePhoto photo(ManifestRow row, String line, long number) {
    try {
      if (!(json.readTree(line) instanceof ObjectNode object)) {
        throw new IllegalArgumentException("expected one JSON object");
      }
      return row.photo(values(object), number);
    } catch (JacksonException e) {
      throw new UncheckedIOException(
          new IOException(
              file + " line " + number + ": not valid JSON: " + e.getOriginalMessage(), e));
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException(file + " line " + number + ": " + e.getMessage(), e));
    }
  }

  private List<String> firstKeys() throws IOException {
    try (var reader = Utf8.open(file)) {
      var first = reader.lines().filter(line -> !line.isBlank()).findFirst().orElse("{}");
      return List.copyOf(json.readTree(first).propertyNames());
    }
  }

  private static Map<String, String> values(ObjectNode object) {
    var values = new LinkedHashMap<String, String>();
    object
        .properties()
        .forEach(property -> {
          var value = property.getValue();
          if (!value.isNull()) {
            values.put(
                property.getKey(), value.isString() ? value.stringValue() : value.toString());
          }
        });
    return values;
  }

  private UncheckedIOException problem(RuntimeException e) {
    if (e instanceof UncheckedIOException io) {
      return io.getCause() instanceof CharacterCodingException coding
          ? new UncheckedIOException(Utf8.notUtf8(file, coding))
          : io;
    }
    return new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
  }
}

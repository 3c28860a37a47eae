package dev.anmok.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// The body of a request, received and parsed.
public sealed interface Body extends AutoCloseable {
  /// There was none.
  record None() implements Body {}

  /// A JSON object.
  record Fields(Map<String, Object> values) implements Body {}

  /// A form: files, and text fields by name.
  record Form(List<Upload> files, Map<String, String> fields) implements Body {
    public Form {
      files = List.copyOf(files);
      fields = Map.copyOf(fields);
    }

    /// Takes the files off the spool.
    @Override
    public void close() throws IOException {
      for (var file : files) {
        Files.deleteIfExists(file.file());
      }
    }
  }

  @Override
  default void close() throws IOException {}
}

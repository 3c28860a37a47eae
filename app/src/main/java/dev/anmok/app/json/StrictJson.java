package dev.anmok.app.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes records as JSON objects whose keys are all known, all there, and of the right
/// type.
public final class StrictJson {
  private static final long MAX_BYTES = 16 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private StrictJson() {}

  /// Reads a file.
  ///
  /// @param what what the file should be, for messages: `head`
  /// @throws IOException naming the file and the first thing that is wrong with it
  public static <T> T read(Path file, Class<T> type, String what) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(file + ": too long for a " + what + "; at most 16 MiB are read");
      }
      return read(file.toString(), Files.readAllBytes(file), type, what);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    }
  }

  /// Reads text.
  ///
  /// @param name of where it came from, for messages
  /// @param what what it should be, for messages
  /// @throws IOException naming the first thing that is wrong with it
  public static <T> T read(String name, byte[] text, Class<T> type, String what)
      throws IOException {
    try {
      return MAPPER.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      throw new IOException(name + ": unknown key '" + e.getPropertyName() + "'", e);
    } catch (DatabindException e) {
      throw new IOException(name + ": not a " + what + ": " + problem(e) + " at " + place(e), e);
    } catch (JacksonException e) {
      throw new IOException(name + ": not readable as JSON: " + problem(e), e);
    }
  }

  /// The object as indented text in UTF-8.
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// The parser's own words, without its advice to programmers.
  private static String problem(JacksonException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("[;(:].*", "")
        .strip();
  }

  private static String place(DatabindException e) {
    return e.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
        .collect(Collectors.joining(".", "'", "'"));
  }
}

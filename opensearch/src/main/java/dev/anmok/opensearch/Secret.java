package dev.anmok.opensearch;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A password or key. It is read from a file or the environment, and no text of the program shows
/// it.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /// The first line of a file.
  ///
  /// @throws IOException if it cannot be read or is empty, with its path
  public static Secret file(Path file) throws IOException {
    try {
      var line = Files.readString(file).lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw new IOException(file + ": expected a secret in the first line, found none");
      }
      return new Secret(line);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file, and a secret was to be in it", e);
    } catch (MalformedInputException e) {
      throw new IOException(file + ": expected a secret in UTF-8, found other bytes", e);
    }
  }

  /// The value of an environment variable.
  ///
  /// @throws IOException if it is not set or empty, with its name
  public static Secret environment(String variable) throws IOException {
    var value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw new IOException(
          "environment variable " + variable + ": expected a secret, found none; set it");
    }
    return new Secret(value.strip());
  }

  /// A secret that is at hand.
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(value);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}

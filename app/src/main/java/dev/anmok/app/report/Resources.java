package dev.anmok.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files that lie beside these classes in the jar.
final class Resources {
  private Resources() {}

  static InputStream open(String name) throws IOException {
    var in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(
          "the program's own file " + name + " is missing from its jar; build it again");
    }
    return in;
  }

  static String text(String name) {
    try (var in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

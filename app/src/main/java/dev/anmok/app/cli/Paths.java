package dev.anmok.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Shows where photos lie, relative to the current folder where that is shorter.
final class Paths {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private Paths() {}

  static String show(String uri) {
    try {
      var path = Path.of(uri);
      return path.isAbsolute() && path.startsWith(HERE) ? HERE.relativize(path).toString() : uri;
    } catch (InvalidPathException e) {
      return uri; // a URL, perhaps
    }
  }
}

package dev.anmok.app.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where people say that a photo lies, in the form that the catalog keeps.
final class PhotoPlace {
  /// One letter and a colon begin a path of Windows.
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private PhotoPlace() {}

  /// URLs stay as they are; paths are relative to a folder, or absolute, and become absolute.
  ///
  /// @throws IllegalArgumentException if it cannot be a path
  static String in(Path folder, String written) {
    if (URL.matcher(written).matches()) {
      return written;
    }
    try {
      return folder.resolve(written).normalize().toString();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + written + "' is no path: " + e.getReason(), e);
    }
  }

  /// The folder that a file lies in.
  static Path besides(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }
}

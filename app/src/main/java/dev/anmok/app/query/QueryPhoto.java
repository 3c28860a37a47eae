package dev.anmok.app.query;

import dev.anmok.core.image.Box;
import dev.anmok.core.image.Pixels;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A photo to look for.
public sealed interface QueryPhoto {
  /// A file.
  ///
  /// @param boxOrNull the part of the upright photo that is looked for; null for all of it
  record InFile(Path file, @Nullable Box boxOrNull) implements QueryPhoto {}

  /// A picture that is decoded already, upright, and cut to what is looked for.
  ///
  /// @param name how messages call it
  record Picture(String name, Pixels pixels) implements QueryPhoto {}

  /// All of a file's photo.
  static QueryPhoto of(Path file) {
    return new InFile(file, null);
  }
}

package dev.anmok.core.image;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the file says of itself.
///
/// @param format lower-case name of the format: `jpeg`, `png`, `webp`, `gif`, `bmp`, `tiff`
/// @param width full width in pixels once upright, whatever scale was decoded
/// @param height full height in pixels once upright
/// @param takenOrNull when the camera took it, by its own clock and without a time zone (EXIF
///   `DateTimeOriginal`); null where the file does not say
public record ImageFacts(
    String format, int width, int height, @Nullable LocalDateTime takenOrNull) {
  /// Facts of a file that does not say when it was taken.
  public ImageFacts(String format, int width, int height) {
    this(format, width, height, null);
  }

  public Optional<LocalDateTime> taken() {
    return Optional.ofNullable(takenOrNull);
  }
}

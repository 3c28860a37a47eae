package dev.anmok.core.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a source: where a photo lies and to which item it belongs.
///
/// @param uri absolute path of the file, or a URL, in the form the catalog keeps; of a line that
///   names no photo, where that line stands
/// @param itemOrNull its item; null if it belongs to none
/// @param flawOrNull why the line names no photo, in words for people; null if it names one
public record SourcePhoto(String uri, @Nullable Item itemOrNull, @Nullable String flawOrNull) {
  /// A line that names a photo.
  public SourcePhoto(String uri, @Nullable Item itemOrNull) {
    this(uri, itemOrNull, null);
  }

  public Optional<Item> item() {
    return Optional.ofNullable(itemOrNull);
  }

  /// Why there is no photo to read, if so.
  public Optional<String> flaw() {
    return Optional.ofNullable(flawOrNull);
  }
}

package dev.anmok.core.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a source: where a photo lies and to which item it belongs.
///
/// @param uri absolute path of the file, or a URL, in the form the catalog keeps
/// @param itemOrNull its item; null if it belongs to none
public record SourcePhoto(String uri, @Nullable Item itemOrNull) {
  public Optional<Item> item() {
    return Optional.ofNullable(itemOrNull);
  }
}

package dev.anmok.app.source;

import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.SourcePhoto;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Turns the named values of one line into a photo of an item.
record ManifestRow(Path manifest, Columns columns) {
  /// @throws IllegalArgumentException if there is no URI or it cannot be a path
  SourcePhoto photo(Map<String, String> values) {
    var uri = values.getOrDefault(columns.uri(), "").strip();
    if (uri.isEmpty()) {
      throw new IllegalArgumentException("'" + columns.uri() + "' is empty");
    }
    var id = values.getOrDefault(columns.item(), "").strip();
    if (id.isEmpty()) {
      return new SourcePhoto(place(uri), null);
    }
    var title = values.getOrDefault(columns.title(), "").strip();
    var metadata = new LinkedHashMap<>(values);
    metadata.keySet().removeAll(java.util.Set.of(columns.uri(), columns.item(), columns.title()));
    metadata.values().removeIf(String::isEmpty);
    return new SourcePhoto(place(uri), new Item(id, title.isEmpty() ? id : title, metadata));
  }

  private String place(String uri) {
    return PhotoPlace.in(PhotoPlace.besides(manifest), columns.prefix() + uri);
  }
}

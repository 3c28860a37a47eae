package dev.anmok.app.source;

import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.SourcePhoto;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the named values of one line into a photo of an item.
record ManifestRow(Path manifest, Columns columns) {
  /// The photo of a line. A line without a place, or with one that cannot be a path, gives a photo
  /// that says so, which is rejected like any other that cannot be read.
  ///
  /// @param line number of the line, from 1
  SourcePhoto photo(Map<String, String> values, long line) {
    var written = values.getOrDefault(columns.uri(), "").strip();
    var item = item(values, written);
    if (written.isEmpty()) {
      return flawed(item, line, "'" + columns.uri() + "' is empty");
    }
    try {
      return new SourcePhoto(place(written), item);
    } catch (IllegalArgumentException e) {
      return flawed(item, line, String.valueOf(e.getMessage()));
    }
  }

  /// A line that says more of a photo than where it lies, but names no item, is an item of its own,
  /// called as its place is written.
  private @Nullable Item item(Map<String, String> values, String written) {
    var id = values.getOrDefault(columns.item(), "").strip();
    var title = values.getOrDefault(columns.title(), "").strip();
    var metadata = new LinkedHashMap<>(values);
    metadata.keySet().removeAll(Set.of(columns.uri(), columns.item(), columns.title()));
    metadata.values().removeIf(String::isEmpty);
    if (id.isEmpty() && !(title.isEmpty() && metadata.isEmpty())) {
      id = written;
    }
    return id.isEmpty() ? null : new Item(id, title.isEmpty() ? id : title, metadata);
  }

  private SourcePhoto flawed(@Nullable Item item, long line, String flaw) {
    return new SourcePhoto(
        manifest.toAbsolutePath().normalize() + ":" + line,
        item,
        manifest.getFileName() + " line " + line + ": " + flaw);
  }

  private String place(String uri) {
    return PhotoPlace.in(PhotoPlace.besides(manifest), columns.prefix() + uri);
  }
}

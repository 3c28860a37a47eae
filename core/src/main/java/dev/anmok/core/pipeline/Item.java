package dev.anmok.core.pipeline;

import java.util.Map;

/// What users show or sell: a cafe, a product, an album, a film, a review.
///
/// @param id unique within a workspace, not empty
/// @param title what people call it; may be the id
/// @param metadata further columns of the manifest, in their order
public record Item(String id, String title, Map<String, String> metadata) {
  public Item {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an item's id must not be empty");
    }
    metadata = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(metadata));
  }
}

package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Metadata;
import java.util.Map;

/// One photo of one item as an index holds it. The same photo under two items is two of these.
///
/// @param uri where the photo lies; the identity of the entry within the index
/// @param sha256 hexadecimal digest of the photo's bytes
/// @param item id of its item, empty if it belongs to none
/// @param title the item's title, empty if it has none
/// @param representative whether the last curation chose it to represent its item
/// @param embedding its vector, in the index's space
/// @param texts what can be found by words
/// @param metadata what can be filtered by
public record IndexedPhoto(
    String uri,
    String sha256,
    String item,
    String title,
    boolean representative,
    Embedding embedding,
    Map<TextRole, String> texts,
    Metadata metadata) {
  public IndexedPhoto {
    texts = Map.copyOf(texts);
  }

  /// A photo of which no more is known than the title of its item.
  public IndexedPhoto(
      String uri,
      String sha256,
      String item,
      String title,
      boolean representative,
      Embedding embedding) {
    this(
        uri,
        sha256,
        item,
        title,
        representative,
        embedding,
        title.isEmpty() ? Map.of() : Map.of(TextRole.TITLE, title),
        Metadata.NONE);
  }
}

package dev.anmok.spark;

import dev.anmok.core.pipeline.Item;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a row of a table says of its item.
///
/// @param row its number
/// @param title of the item
/// @param metadata of the item
/// @param disputed whether another row says something else
record ItemLine(long row, String title, Map<String, String> metadata, boolean disputed)
    implements Serializable {
  private static final long serialVersionUID = 1;

  static ItemLine of(long row, Item item) {
    return new ItemLine(row, item.title(), new LinkedHashMap<>(item.metadata()), false);
  }

  /// The later of two rows of one item, which is the one that holds.
  ItemLine with(ItemLine other) {
    var later = row >= other.row ? this : other;
    boolean differ = !title.equals(other.title) || !metadata.equals(other.metadata);
    return new ItemLine(
        later.row, later.title, later.metadata, disputed || other.disputed || differ);
  }

  Item item(String id) {
    return new Item(id, title, metadata);
  }
}

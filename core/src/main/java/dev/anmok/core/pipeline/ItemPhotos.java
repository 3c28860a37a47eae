package dev.anmok.core.pipeline;

import java.util.List;

/// An item with all its photos: the unit of curation.
///
/// @param item the item
/// @param photos its accepted photos, ordered by URI
/// @param rejected its rejected ones, ordered by URI
public record ItemPhotos(Item item, List<PlacedPhoto> photos, List<RejectedPhoto> rejected) {
  public ItemPhotos {
    photos = List.copyOf(photos);
    rejected = List.copyOf(rejected);
  }
}

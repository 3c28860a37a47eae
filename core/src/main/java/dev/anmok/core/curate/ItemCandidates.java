package dev.anmok.core.curate;

import java.util.List;

/// An item's photos before anything is decided.
///
/// @param item the item's id
/// @param photos readable ones, each URI once
/// @param unreadable the others
public record ItemCandidates(
    String item, List<Candidate> photos, List<UnreadablePhoto> unreadable) {
  public ItemCandidates {
    photos = List.copyOf(photos);
    unreadable = List.copyOf(unreadable);
  }

  int total() {
    return photos.size() + unreadable.size();
  }
}

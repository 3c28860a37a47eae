package dev.anmok.core.curate;

import java.util.Comparator;
import java.util.List;

/// What was decided about an item and each of its photos.
///
/// @param item the item's id
/// @param reason why it is kept or dropped
/// @param detail the reason in one plain sentence; empty for an item that the machine keeps
/// @param mood its mood score
/// @param photos every photo once: representatives by rank, then the rest by URI
public record ItemDecision(
    String item, ItemReason reason, String detail, ItemMood mood, List<PhotoDecision> photos) {
  public ItemDecision {
    photos =
        photos.stream()
            .sorted(
                Comparator.comparingInt(
                        (PhotoDecision p) -> p.rank() == 0 ? Integer.MAX_VALUE : p.rank())
                    .thenComparing(PhotoDecision::uri))
            .toList();
  }

  public boolean kept() {
    return reason.kept();
  }

  /// The chosen photos, best first; empty for a dropped item.
  public List<PhotoDecision> representatives() {
    return photos.stream().filter(photo -> photo.rank() > 0).toList();
  }
}

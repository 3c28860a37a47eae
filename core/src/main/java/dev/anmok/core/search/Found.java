package dev.anmok.core.search;

import java.util.List;

/// A photo or an item that a request found.
///
/// @param best the photo, or the item's photo that fits best
/// @param top for an item its best photos, best first, at most [ItemHit#TOP]; else the photo alone
/// @param score of a single sub-query its own score (cosine or BM25), else the fused score
/// @param why what each sub-query had to do with it, in the request's order
public record Found(Hit best, List<Hit> top, double score, List<Share> why) {
  public Found {
    top = List.copyOf(top);
    why = List.copyOf(why);
  }

  /// Id of the item, empty for a photo of none.
  public String item() {
    return best.item();
  }

  /// Title of the item, empty if it has none.
  public String title() {
    return best.title();
  }
}

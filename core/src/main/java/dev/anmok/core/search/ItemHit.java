package dev.anmok.core.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// An item that was found through its photos.
///
/// @param item the item's id
/// @param title its title, empty if it has none
/// @param score the mean of its best photo's cosine and the mean cosine of its best [#TOP] photos
///   (of all its photos, if there are fewer), -1..1
/// @param best the photo nearest to the query
/// @param top its best photos, best first, 1 to [#TOP]
public record ItemHit(String item, String title, float score, Hit best, List<Hit> top) {
  /// Number of photos whose mean enters an item's score.
  public static final int TOP = 3;

  public ItemHit {
    top = List.copyOf(top);
  }

  /// Groups exact hits of photos of items, best first, into items in the order of their best.
  static List<ItemHit> group(List<Hit> photos) {
    var byItem = new LinkedHashMap<String, List<Hit>>();
    for (var hit : photos) {
      byItem.computeIfAbsent(hit.item(), _ -> new ArrayList<>()).add(hit);
    }
    return byItem.values().stream().map(ItemHit::of).toList();
  }

  /// Scores one item from exact hits of its photos.
  ///
  /// @param photos at least one, all of one item, best first
  static ItemHit of(List<Hit> photos) {
    var top = photos.subList(0, Math.min(TOP, photos.size()));
    var best = top.getFirst();
    double mean = top.stream().mapToDouble(Hit::score).average().orElseThrow();
    return new ItemHit(best.item(), best.title(), (float) ((best.score() + mean) / 2), best, top);
  }
}

package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds items through their photos. An item's score ([ItemHit#score]) is never above its best
/// photo's cosine; so an item none of whose photos are among the photo hits read so far cannot
/// score above the last of these hits. Photo hits are read ever deeper, and every item met that may
/// still be among the best k is scored exactly from all its photos, until the k-th item beats that
/// bound or no photo is left.
///
/// The ranking is therefore exact whenever the index answers photo queries exactly, unless the
/// bound is not reached within [VectorQuery#MAX_K] photo hits; approximate searches make it as good
/// as their recall: an item counts as what its nearest photo that they found says of it, so one
/// whose best photo they missed may be passed over.
public final class ItemSearch {
  private static final int FIRST_DEPTH = 100;
  private static final int PHOTOS_PER_ITEM = 2;
  private static final int GROWTH = 4;

  private final PhotoIndex index;

  public ItemSearch(PhotoIndex index) {
    this.index = index;
  }

  /// The items nearest to a vector, best first, equal scores in order of item id.
  ///
  /// @param k number of items, 1 to [VectorQuery#MAX_K]
  /// @param scope which photos count
  /// @param filter which items count
  /// @throws IllegalArgumentException if the vector is of another space than the index
  public List<ItemHit> search(Embedding query, int k, VectorQuery.Scope scope, Filter filter)
      throws IOException {
    if (k < 1 || k > VectorQuery.MAX_K) {
      throw new IllegalArgumentException("k must be 1.." + VectorQuery.MAX_K + ", was " + k);
    }
    var met = new HashSet<>(Set.of("")); // photos of no item
    var ranked = new ArrayList<ItemHit>();
    int depth = Math.min(VectorQuery.MAX_K, Math.max(FIRST_DEPTH, k * PHOTOS_PER_ITEM));
    while (true) {
      var photos =
          index.search(new VectorQuery(query, depth, scope, filter, VectorQuery.Mode.AUTO));
      ranked.addAll(scoreNew(query, scope, photos, met, floor(ranked, k)));
      ranked.sort(comparingDouble(ItemHit::score).reversed().thenComparing(ItemHit::item));
      boolean last = photos.size() < depth || depth == VectorQuery.MAX_K;
      if (last || beats(ranked, k, photos.getLast().score())) {
        return List.copyOf(ranked.subList(0, Math.min(k, ranked.size())));
      }
      depth = Math.min(VectorQuery.MAX_K, depth * GROWTH);
    }
  }

  /// What a vector says of given items, by id; items without photos in scope are left out.
  ///
  /// @throws IllegalArgumentException if the vector is of another space than the index
  public Map<String, ItemHit> score(Embedding query, Set<String> items, VectorQuery.Scope scope)
      throws IOException {
    var hits = new HashMap<String, ItemHit>();
    for (var hit : ItemHit.group(index.scoreItems(query, items, scope))) {
      hits.put(hit.item(), hit);
    }
    return hits;
  }

  private static boolean beats(List<ItemHit> ranked, int k, float bound) {
    return floor(ranked, k) > bound;
  }

  /// What an item must score at least to be among the best k.
  private static float floor(List<ItemHit> ranked, int k) {
    return ranked.size() >= k ? ranked.get(k - 1).score() : Float.NEGATIVE_INFINITY;
  }

  /// @param photos best first
  private List<ItemHit> scoreNew(
      Embedding query, VectorQuery.Scope scope, List<Hit> photos, Set<String> met, float floor)
      throws IOException {
    var fresh = new HashSet<String>();
    for (var photo : photos) {
      if (photo.score() < floor) {
        break;
      }
      if (met.add(photo.item())) {
        fresh.add(photo.item());
      }
    }
    if (fresh.isEmpty()) {
      return List.of();
    }
    return ItemHit.group(index.scoreItems(query, fresh, scope));
  }
}

package dev.anmok.core.search;

import dev.anmok.core.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Ranks items: for a vector by [ItemHit#score], for words by the photo whose texts match best.
record ItemGround(
    PhotoIndex index, Spread.Of spreads, VectorQuery.Scope scope, Filter filter, WordScale words)
    implements Ground {
  /// How much deeper is read at least where the photos read do not have enough items.
  private static final int GROWTH = 2;

  /// Photos that are read beyond those that enough items should have, judged by the photos read.
  private static final double MARGIN = 1.5;

  @Override
  public List<Scored> near(SubQuery.ByVector part, int depth) throws IOException {
    var spread = spreads.of(part.vector());
    return new ItemSearch(index)
        .search(part.vector(), depth, scope, filter).stream()
            .map(hit -> scored(part, hit, spread))
            .toList();
  }

  /// An item's photos mostly share their texts, so photos are read ever deeper until there are
  /// enough items: as deep as they lie if the items go on having as many photos each.
  @Override
  public List<Scored> matching(SubQuery.ByWords part, int depth) throws IOException {
    int read = depth;
    while (true) {
      var photos = index.search(new TextQuery(part.text(), read, scope, filter));
      var items = items(part, photos);
      if (items.size() >= depth || photos.size() < read || read == VectorQuery.MAX_K) {
        return items.subList(0, Math.min(depth, items.size()));
      }
      read = Math.min(VectorQuery.MAX_K, Math.max(read * GROWTH, deepEnough(read, depth, items)));
    }
  }

  private static int deepEnough(int read, int depth, List<Scored> items) {
    return (int) (MARGIN * read * depth / Math.max(1, items.size()));
  }

  @Override
  public List<Scored> score(SubQuery.ByVector part, Collection<Scored> given) throws IOException {
    var spread = spreads.of(part.vector());
    var keys = given.stream().map(Scored::key).collect(Collectors.toSet());
    return ItemHit.group(index.scoreItems(part.vector(), keys, scope)).stream()
        .map(hit -> scored(part, hit, spread))
        .toList();
  }

  @Override
  public List<Scored> score(SubQuery.ByWords part, Collection<Scored> given) throws IOException {
    var query = new TextQuery(part.text(), VectorQuery.MAX_K, scope, filter);
    var photos = given.stream().flatMap(each -> each.top().stream()).map(Hit::uri).toList();
    return items(part, index.scoreWords(query, photos));
  }

  private static Scored scored(SubQuery.ByVector part, ItemHit hit, Spread spread) {
    return Scored.byVector(part, hit.item(), hit.top(), hit.score(), spread);
  }

  private List<Scored> items(SubQuery.ByWords part, List<Hit> photos) throws IOException {
    words.measure(part, photos);
    var items = new LinkedHashMap<String, List<Hit>>();
    for (var photo : photos) {
      if (!photo.item().isEmpty()) {
        items.computeIfAbsent(photo.item(), _ -> new ArrayList<>()).add(photo);
      }
    }
    return items.entrySet().stream().map(e -> scored(part, e.getKey(), e.getValue())).toList();
  }

  private Scored scored(SubQuery.ByWords part, String item, List<Hit> photos) {
    var top = photos.subList(0, Math.min(ItemHit.TOP, photos.size()));
    return Scored.byWords(part, item, top, words.calibrated(part, photos.getFirst()));
  }
}

package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Brings an index to the state of its catalog: only what changed since its last commit is written.
/// Memory: the titles of all items, the URIs of all representatives, and one batch of photos.
public final class IndexSync {
  private static final int BATCH = 1_000;

  private final Catalog catalog;
  private final PhotoIndex index;

  public IndexSync(Catalog catalog, PhotoIndex index) {
    this.catalog = catalog;
    this.index = index;
  }

  /// Writes what changed and commits; does nothing if the index is up to date.
  ///
  /// @param progress told the number of photos written so far
  /// @return number of photos written
  public long run(LongConsumer progress) throws IOException {
    long from = index.generation();
    long to = catalog.generation();
    if (from == to) {
      return 0;
    }
    var titles = titles();
    var representatives = representatives();
    delete(from);
    long written = write(from, index.space(), titles, representatives, progress);
    index.commit(to);
    return written;
  }

  private void delete(long from) throws IOException {
    try (var gone = catalog.removedSince(from)) {
      var uris = gone.toList();
      if (!uris.isEmpty()) {
        index.delete(uris);
      }
    }
  }

  private long write(
      long from,
      VectorSpace space,
      Map<String, String> titles,
      Set<String> representatives,
      LongConsumer progress)
      throws IOException {
    long written = 0;
    var batch = new ArrayList<IndexedPhoto>(BATCH);
    try (var changed = catalog.changedSince(from, space)) {
      for (var photos = changed.iterator(); photos.hasNext(); ) {
        batch.add(indexed(photos.next(), titles, representatives));
        if (batch.size() == BATCH || !photos.hasNext()) {
          index.upsert(new CaptionTexts(catalog.captions()).added(batch));
          written += batch.size();
          progress.accept(written);
          batch.clear();
        }
      }
    }
    return written;
  }

  private static IndexedPhoto indexed(
      PlacedPhoto photo, Map<String, String> titles, Set<String> representatives) {
    return new IndexedPhoto(
        photo.uri(),
        photo.photo().sha256(),
        photo.item(),
        titles.getOrDefault(photo.item(), ""),
        representatives.contains(photo.uri()),
        photo.embedding());
  }

  private Map<String, String> titles() throws IOException {
    var titles = new HashMap<String, String>();
    try (var items = catalog.allItems()) {
      items.forEach(item -> titles.put(item.id(), item.title()));
    }
    return titles;
  }

  private Set<String> representatives() throws IOException {
    try (var uris = catalog.representatives()) {
      return uris.collect(Collectors.toUnmodifiableSet());
    }
  }
}

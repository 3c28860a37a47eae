package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Brings an index to the state of its catalog: only what changed since its last commit is written.
/// Memory: one batch of photos with their items, whatever the size of the catalog.
public final class IndexSync {
  private static final int BATCH = 1_000;

  private final Catalog catalog;
  private final PhotoIndex index;
  private final SearchChoice choice;
  private final Optional<ItemCategories> categories;
  private final Misfits misfits = new Misfits();

  /// @param profile what of an item can be searched, and what its category may be
  public IndexSync(Catalog catalog, PhotoIndex index, Profile profile) {
    this(catalog, index, profile.search(), ItemCategories.of(catalog, profile, index.space().id()));
  }

  /// @param choice what of an item can be searched
  /// @param categories how their categories are called, where items have some
  IndexSync(
      Catalog catalog, PhotoIndex index, SearchChoice choice, Optional<ItemCategories> categories) {
    this.catalog = catalog;
    this.index = index;
    this.choice = choice;
    this.categories = categories;
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
    delete(from);
    long written = write(from, index.space(), progress);
    index.commit(to);
    return written;
  }

  /// What of the items written did not fit its field.
  public Misfits misfits() {
    return misfits;
  }

  private void delete(long from) throws IOException {
    var batch = new ArrayList<String>(BATCH);
    try (var gone = catalog.removedSince(from)) {
      for (var uris = gone.iterator(); uris.hasNext(); ) {
        batch.add(uris.next());
        if (batch.size() == BATCH || !uris.hasNext()) {
          index.delete(batch);
          batch.clear();
        }
      }
    }
  }

  private long write(long from, VectorSpace space, LongConsumer progress) throws IOException {
    long written = 0;
    var batch = new ArrayList<PlacedPhoto>(BATCH);
    try (var changed = catalog.changedSince(from, space)) {
      for (var photos = changed.iterator(); photos.hasNext(); ) {
        batch.add(photos.next());
        if (batch.size() == BATCH || !photos.hasNext()) {
          var entries = new CaptionTexts(catalog.captions()).added(indexed(batch));
          index.upsert(categories.isPresent() ? categories.get().added(entries) : entries);
          written += batch.size();
          progress.accept(written);
          batch.clear();
        }
      }
    }
    return written;
  }

  private List<IndexedPhoto> indexed(List<PlacedPhoto> batch) throws IOException {
    var facts = facts(batch);
    var chosen =
        catalog.representativesAmong(
            batch.stream().map(PlacedPhoto::uri).collect(Collectors.toSet()));
    return batch.stream()
        .map(photo ->
            ItemFacts.entry(
                photo.uri(),
                photo.photo().sha256(),
                photo.item(),
                facts.get(photo.item()),
                chosen.contains(photo.uri()),
                photo.embedding()))
        .toList();
  }

  private Map<String, ItemFacts> facts(List<PlacedPhoto> batch) throws IOException {
    var ids =
        batch.stream()
            .map(PlacedPhoto::item)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    var facts = new HashMap<String, ItemFacts>();
    for (var item : catalog.itemsOf(ids)) {
      var read = ItemFacts.of(item, choice);
      misfits.add(item.id(), read.typed().misfits());
      facts.put(item.id(), read);
    }
    return facts;
  }
}

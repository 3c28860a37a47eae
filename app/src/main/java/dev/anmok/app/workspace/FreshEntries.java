package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.search.IndexedPhoto;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes of a photo and its item what [IndexSync] writes for a photo that was just ingested,
/// without a catalog: nothing is curated, captioned or classified yet. Thread-safe.
///
/// @param choice what of an item can be searched
/// @param categories how its categories are called, where items have some
public record FreshEntries(SearchChoice choice, Optional<CategoryWords> categories) {
  /// The entries of a profile.
  public static FreshEntries of(Profile profile) {
    return new FreshEntries(profile.search(), CategoryWords.of(profile));
  }

  /// What an index holds of a photo.
  ///
  /// @param item null if the photo belongs to none
  public IndexedPhoto of(String uri, String sha256, @Nullable Item item, Embedding embedding) {
    var facts = item == null ? null : ItemFacts.of(item, choice);
    var id = item == null ? "" : item.id();
    var entry = ItemFacts.entry(uri, sha256, id, facts, false, embedding);
    return item == null || categories.isEmpty() ? entry : categories.get().with(entry, null);
  }
}

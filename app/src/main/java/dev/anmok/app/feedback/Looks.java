package dev.anmok.app.feedback;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.Reaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What photos and items look like: a photo by its vector, an item as such by the mean of its
/// photos. Remembers the last [#KEPT]: 20 MiB at 512 dimensions. Not thread-safe.
final class Looks {
  static final int KEPT = 10_000;

  private final Catalog catalog;
  private final VectorSpace space;
  private final Map<String, Optional<Embedding>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Embedding>> eldest) {
          return size() > KEPT;
        }
      };

  Looks(Catalog catalog, VectorSpace space) {
    this.catalog = catalog;
    this.space = space;
  }

  /// The vector of what some feedback is about, of its photo first; empty if it is no longer there.
  Optional<Embedding> of(Feedback row) throws IOException {
    return row.photo().isEmpty() ? item(row.item()) : photo(row.photo());
  }

  /// The vector of a photo.
  Optional<Embedding> photo(String sha256) throws IOException {
    var key = "photo " + sha256;
    var looks = known.get(key);
    if (looks == null) {
      looks = catalog.places(sha256, space).stream().map(PlacedPhoto::embedding).findFirst();
      known.put(key, looks);
    }
    return looks;
  }

  private Optional<Embedding> item(String id) throws IOException {
    var key = "item " + id;
    var looks = known.get(key);
    if (looks == null) {
      looks =
          catalog
              .item(id, space)
              .map(item -> item.photos().stream().map(PlacedPhoto::embedding).toList())
              .filter(photos -> !photos.isEmpty())
              .map(Embedding::meanOf);
      known.put(key, looks);
    }
    return looks;
  }

  /// Reactions to what some feedback is about; what is no longer there is left out.
  List<Reaction> reactions(List<Feedback> telling) throws IOException {
    var reactions = new ArrayList<Reaction>();
    for (var row : telling) {
      of(row).ifPresent(looks -> reactions.add(new Reaction(looks, row.kind().worth(), row.at())));
    }
    return reactions;
  }
}

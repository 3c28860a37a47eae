package dev.anmok.app.workspace;

import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.StoredDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How the decisions that are stored differ from those that another method would make by itself:
/// which photos stand for an item, in whatever order.
///
/// @param photos representatives
/// @param items kept items
/// @param compared number of items
/// @param differing ids of the items whose representatives differ, in order
public record MethodDifference(
    Overlap photos, Overlap items, long compared, List<String> differing) {

  /// How many two sides have.
  ///
  /// @param both in common
  /// @param stored that only the stored decisions have
  /// @param other that only the other method has
  public record Overlap(long both, long stored, long other) {
    private Overlap plus(Overlap more) {
      return new Overlap(both + more.both, stored + more.stored, other + more.other);
    }

    private static Overlap of(Set<String> stored, Set<String> other) {
      long both = stored.stream().filter(other::contains).count();
      return new Overlap(both, stored.size() - both, other.size() - both);
    }
  }

  /// Compares all decided items. Memory: one item, and the ids of those that differ.
  public static MethodDifference of(DecidedItems items, Curation other) {
    var photos = new Overlap(0, 0, 0);
    var kept = new Overlap(0, 0, 0);
    long compared = 0;
    var differing = new ArrayList<String>();
    for (var decided : items) {
      var own = stored(decided);
      var result = other.byMachine(decided.item());
      var theirs = Set.copyOf(representatives(decided.item(), result));
      var id = decided.item().item().id();
      photos = photos.plus(Overlap.of(own, theirs));
      kept =
          kept.plus(
              Overlap.of(
                  decided.own().rank() > 0 ? Set.of(id) : Set.of(),
                  result.decision().kept() ? Set.of(id) : Set.of()));
      if (!own.equals(theirs)) {
        differing.add(id);
      }
      compared++;
    }
    return new MethodDifference(photos, kept, compared, List.copyOf(differing));
  }

  private static Set<String> stored(DecidedItems.Decided decided) {
    var digests = digests(decided.item());
    var chosen = new HashSet<String>();
    decided.photos().stream()
        .filter(photo -> photo.rank() > 0)
        .map(StoredDecision::uri)
        .filter(digests::containsKey)
        .forEach(uri -> chosen.add(Objects.requireNonNull(digests.get(uri))));
    return chosen;
  }

  /// Digests of the photos that a result chose, best first, each once.
  public static List<String> representatives(ItemPhotos item, Curation.Result result) {
    var digests = digests(item);
    return result.decision().representatives().stream()
        .map(PhotoDecision::uri)
        .map(uri -> Objects.requireNonNull(digests.get(uri)))
        .distinct()
        .toList();
  }

  private static Map<String, String> digests(ItemPhotos item) {
    var digests = new HashMap<String, String>();
    for (PlacedPhoto photo : item.photos()) {
      digests.put(photo.uri(), photo.photo().sha256());
    }
    return digests;
  }
}

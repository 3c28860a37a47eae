package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.embed.Embedding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The right answers, by comparing everything in double precision.
public final class BruteForce {
  private BruteForce() {}

  public static List<Hit> search(Collection<IndexedPhoto> photos, VectorQuery query) {
    return ranked(
            photos,
            query.vector(),
            query.scope(),
            photo -> query.filter().matches(photo.metadata()))
        .stream()
        .limit(query.k())
        .toList();
  }

  static List<Hit> ranked(
      Collection<IndexedPhoto> photos,
      Embedding vector,
      VectorQuery.Scope scope,
      Predicate<IndexedPhoto> wanted) {
    return photos.stream()
        .filter(photo -> scope == VectorQuery.Scope.ALL || photo.representative())
        .filter(wanted)
        .map(photo -> hit(photo, vector))
        .sorted(comparingDouble(Hit::score).reversed().thenComparing(Hit::uri))
        .toList();
  }

  static List<Hit> ofItems(
      Collection<IndexedPhoto> photos,
      Embedding vector,
      Set<String> items,
      VectorQuery.Scope scope) {
    var read = new HashMap<String, Integer>();
    return ranked(photos, vector, scope, photo -> items.contains(photo.item())).stream()
        .filter(hit -> read.merge(hit.item(), 1, Integer::sum) <= ItemHit.TOP)
        .toList();
  }

  private static Hit hit(IndexedPhoto photo, Embedding vector) {
    var a = photo.embedding().toArray();
    var b = vector.toArray();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return new Hit(photo.uri(), photo.sha256(), photo.item(), photo.title(), (float) sum);
  }
}

package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.Measures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a [MemoryCatalog] holds at one moment, and what a transaction does to a copy of it.
final class MemoryState {
  static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

  record Entry(Ingested ingested, @Nullable String item, long seq, long removed) {
    boolean accepted() {
      return !(ingested.outcome() instanceof Outcome.Rejected);
    }

    @Nullable Reason reason() {
      return ingested.outcome() instanceof Outcome.Rejected rejected ? rejected.reason() : null;
    }

    @Nullable String sha256() {
      return switch (ingested.outcome()) {
        case Outcome.Processed(var photo, var embedding) -> photo.sha256();
        case Outcome.Detailed(var photo) -> photo.sha256();
        case Outcome.Known(var sha256) -> sha256;
        case Outcome.Rejected rejected -> rejected.sha256OrNull();
      };
    }
  }

  final Map<String, Item> items = new TreeMap<>(BY_CODE_POINT);
  final Map<String, Entry> entries = new TreeMap<>(BY_CODE_POINT);
  final Map<String, Photo> photos = new HashMap<>();
  final Map<VectorSpace, Map<String, Embedding>> embeddings = new LinkedHashMap<>();
  List<StoredDecision> decisions = List.of();
  long generation;
  long photosVersion;

  MemoryState copy() {
    var copy = new MemoryState();
    copy.items.putAll(items);
    copy.entries.putAll(entries);
    copy.photos.putAll(photos);
    embeddings.forEach((space, vectors) -> copy.embeddings.put(space, new HashMap<>(vectors)));
    copy.decisions = decisions;
    copy.generation = generation;
    copy.photosVersion = photosVersion;
    return copy;
  }

  /// Takes over the items of photos; whether entries changed by it.
  boolean items(List<SourcePhoto> photos) {
    var last = new LinkedHashMap<String, Item>();
    photos.forEach(photo -> photo.item().ifPresent(item -> last.put(item.id(), item)));
    boolean changed = false;
    for (var item : last.values()) {
      var old = items.put(item.id(), item);
      if (old != null && !same(old, item)) {
        changed |= touch(entry -> item.id().equals(entry.item));
      }
    }
    return changed;
  }

  private static boolean same(Item a, Item b) {
    return a.equals(b)
        && List.copyOf(a.metadata().keySet()).equals(List.copyOf(b.metadata().keySet()));
  }

  /// Takes over what became of a photo; whether entries changed by it.
  boolean photo(Outcome outcome) {
    if (outcome instanceof Outcome.Processed(var photo, var embedding)) {
      photos.merge(photo.sha256(), photo, (old, now) -> merged(old, now, now.measures()));
      var vectors = embeddings.computeIfAbsent(embedding.space(), space -> new HashMap<>());
      if (!embedding.equals(vectors.put(photo.sha256(), embedding))) {
        return touch(entry -> photo.sha256().equals(entry.sha256()));
      }
    } else if (outcome instanceof Outcome.Detailed(var photo)) {
      var old = photos.get(photo.sha256());
      if (old == null) {
        throw new IllegalArgumentException("no photo " + photo.sha256());
      }
      photos.put(photo.sha256(), merged(old, photo, old.measures()));
    } else if (outcome instanceof Outcome.Known(var sha256) && !photos.containsKey(sha256)) {
      throw new IllegalArgumentException("no photo " + sha256);
    }
    return false;
  }

  private static Photo merged(Photo old, Photo next, Measures measures) {
    return new Photo(
        old.sha256(),
        old.bytes(),
        next.facts().taken().isPresent() ? next.facts() : old.facts(),
        measures,
        next.detail().or(old::detail).orElse(null));
  }

  /// Has indexes follow some entries; whether there were any.
  boolean touch(Predicate<Entry> which) {
    boolean changed = false;
    for (var place : entries.entrySet()) {
      var entry = place.getValue();
      if (entry.accepted() && which.test(entry)) {
        place.setValue(new Entry(entry.ingested, entry.item, generation, 0));
        changed = true;
      }
    }
    return changed;
  }

  /// Takes over the entry of a place; whether an index must follow.
  boolean entry(Ingested ingested) {
    var old = entries.get(ingested.source().uri());
    var item = ingested.source().item().map(Item::id).orElse(null);
    var entry = new Entry(ingested, item, old == null ? 0 : old.seq, old == null ? 0 : old.removed);
    boolean same =
        old != null
            && Objects.equals(old.item, item)
            && Objects.equals(old.sha256(), entry.sha256())
            && old.accepted();
    boolean changed = entry.accepted() ? !same : old != null && old.accepted();
    if (changed) {
      long removed = entry.accepted() ? 0 : generation;
      entry = new Entry(ingested, item, generation, removed);
    }
    entries.put(ingested.source().uri(), entry);
    return changed;
  }

  Set<String> chosen() {
    return decisions.stream()
        .filter(decision -> decision.rank() > 0 && !decision.uri().isEmpty())
        .map(StoredDecision::uri)
        .collect(Collectors.toCollection(HashSet::new));
  }

  ItemPhotos itemPhotos(Item item, VectorSpace space) {
    return new ItemPhotos(
        item,
        placed(space).filter(photo -> photo.item().equals(item.id())).toList(),
        rejected().filter(photo -> photo.item().equals(item.id())).toList());
  }

  Stream<PlacedPhoto> placed(VectorSpace space) {
    var vectors = embeddings.getOrDefault(space, Map.of());
    return entries.entrySet().stream()
        .filter(place -> place.getValue().accepted())
        .filter(place -> vectors.containsKey(place.getValue().sha256()))
        .map(place -> {
          var sha256 = Objects.requireNonNull(place.getValue().sha256());
          return new PlacedPhoto(
              place.getKey(),
              Objects.requireNonNullElse(place.getValue().item, ""),
              Objects.requireNonNull(photos.get(sha256)),
              Objects.requireNonNull(vectors.get(sha256)));
        });
  }

  Stream<RejectedPhoto> rejected() {
    return entries.entrySet().stream()
        .flatMap(place ->
            place.getValue().ingested.outcome()
                    instanceof Outcome.Rejected(var sha256, var reason, var detail)
                ? Stream.of(
                    new RejectedPhoto(
                        place.getKey(),
                        Objects.requireNonNullElse(place.getValue().item, ""),
                        reason,
                        detail))
                : Stream.empty());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

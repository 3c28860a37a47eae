package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A catalog in memory, for tests: simple rather than fast. A transaction works on a copy of all.
public final class MemoryCatalog implements Catalog {
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

  private record Entry(Ingested ingested, @Nullable String item, long seq, long removed) {
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

  private static final class State {
    final Map<String, Item> items = new TreeMap<>(BY_CODE_POINT);
    final Map<String, Entry> entries = new TreeMap<>(BY_CODE_POINT);
    final Map<String, Photo> photos = new HashMap<>();
    final Map<VectorSpace, Map<String, Embedding>> embeddings = new LinkedHashMap<>();
    List<StoredDecision> decisions = List.of();
    long generation;
    long photosVersion;

    State copy() {
      var copy = new State();
      copy.items.putAll(items);
      copy.entries.putAll(entries);
      copy.photos.putAll(photos);
      embeddings.forEach((space, vectors) -> copy.embeddings.put(space, new HashMap<>(vectors)));
      copy.decisions = decisions;
      copy.generation = generation;
      copy.photosVersion = photosVersion;
      return copy;
    }
  }

  private final Map<String, String> settings = new HashMap<>();
  private final int capacity;
  private volatile State state = new State();
  private final Reviews reviews = new MemoryReviews(this::firstPlaces);
  private final MemoryChoices choices = new MemoryChoices(item -> state.items.containsKey(item));
  private final Captions captions = new MemoryCaptions(this::firstPlaces, this::captioned);
  private final FeedbackLog feedback =
      new MemoryFeedback(
          item -> state.items.containsKey(item), photo -> state.photos.containsKey(photo));

  private final Categories categories = new MemoryCategories(this::has, this::categorized);

  private final MemoryVectors vectors = new MemoryVectors(this);

  private final UUID name = UUID.randomUUID();

  public MemoryCatalog() {
    this(Integer.MAX_VALUE);
  }

  /// A catalog whose disk is full at a number of entries.
  public MemoryCatalog(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void record(List<Ingested> batch) throws IOException {
    var next = state.copy();
    if (next.entries.size() + batch.size() > capacity) {
      throw new IOException("the disk is full");
    }
    next.generation++;
    boolean changed = items(next, batch.stream().map(Ingested::source).toList());
    for (var ingested : batch) {
      changed |= photo(next, ingested.outcome());
      changed |= entry(next, ingested);
    }
    if (changed || !next.photos.equals(state.photos)) {
      next.photosVersion++;
    }
    commit(next, changed);
  }

  @Override
  public synchronized void place(List<SourcePhoto> photos) {
    var next = state.copy();
    next.generation++;
    boolean changed = items(next, photos);
    for (var photo : photos) {
      var old = next.entries.get(photo.uri());
      if (old != null) {
        var was = old.ingested;
        changed |=
            entry(next, new Ingested(photo, was.sizeBytes(), was.modifiedMillis(), was.outcome()));
      }
    }
    if (changed) {
      next.photosVersion++;
    }
    commit(next, changed);
  }

  private void commit(State next, boolean changed) {
    if (!changed) {
      next.generation--;
    }
    state = next;
  }

  private static boolean items(State next, List<SourcePhoto> photos) {
    var last = new LinkedHashMap<String, Item>();
    photos.forEach(photo -> photo.item().ifPresent(item -> last.put(item.id(), item)));
    boolean changed = false;
    for (var item : last.values()) {
      var old = next.items.put(item.id(), item);
      if (old != null && !same(old, item)) {
        changed |= touch(next, entry -> item.id().equals(entry.item));
      }
    }
    return changed;
  }

  private static boolean same(Item a, Item b) {
    return a.equals(b)
        && List.copyOf(a.metadata().keySet()).equals(List.copyOf(b.metadata().keySet()));
  }

  private static boolean photo(State next, Outcome outcome) {
    if (outcome instanceof Outcome.Processed(var photo, var embedding)) {
      next.photos.merge(photo.sha256(), photo, (old, now) -> merged(old, now, now.measures()));
      var vectors = next.embeddings.computeIfAbsent(embedding.space(), space -> new HashMap<>());
      if (!embedding.equals(vectors.put(photo.sha256(), embedding))) {
        return touch(next, entry -> photo.sha256().equals(entry.sha256()));
      }
    } else if (outcome instanceof Outcome.Detailed(var photo)) {
      var old = next.photos.get(photo.sha256());
      if (old == null) {
        throw new IllegalArgumentException("no photo " + photo.sha256());
      }
      next.photos.put(photo.sha256(), merged(old, photo, old.measures()));
    } else if (outcome instanceof Outcome.Known(var sha256) && !next.photos.containsKey(sha256)) {
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

  private static boolean touch(State next, Predicate<Entry> which) {
    boolean changed = false;
    for (var place : next.entries.entrySet()) {
      var entry = place.getValue();
      if (entry.accepted() && which.test(entry)) {
        place.setValue(new Entry(entry.ingested, entry.item, next.generation, 0));
        changed = true;
      }
    }
    return changed;
  }

  private static boolean entry(State next, Ingested ingested) {
    var old = next.entries.get(ingested.source().uri());
    var item = ingested.source().item().map(Item::id).orElse(null);
    var entry = new Entry(ingested, item, old == null ? 0 : old.seq, old == null ? 0 : old.removed);
    boolean same =
        old != null
            && Objects.equals(old.item, item)
            && Objects.equals(old.sha256(), entry.sha256())
            && old.accepted();
    boolean changed = entry.accepted() ? !same : old != null && old.accepted();
    if (changed) {
      long removed = entry.accepted() ? 0 : next.generation;
      entry = new Entry(ingested, item, next.generation, removed);
    }
    next.entries.put(ingested.source().uri(), entry);
    return changed;
  }

  @Override
  public Optional<Seen> seen(String uri) {
    return Optional.ofNullable(state.entries.get(uri))
        .map(entry ->
            new Seen(
                entry.ingested.sizeBytes(),
                entry.ingested.modifiedMillis(),
                entry.reason(),
                entry.sha256()));
  }

  @Override
  public boolean complete(String sha256, VectorSpace space, Set<Stage> stages) {
    var now = state;
    var photo = now.photos.get(sha256);
    return now.embeddings.getOrDefault(space, Map.of()).containsKey(sha256)
        && photo != null
        && (photo.detail().isPresent() || !stages.contains(Stage.DETAIL))
        && (photo.detail().filter(d -> d.blur().has(BlurMeasure.BDNET)).isPresent()
            || !stages.contains(Stage.NET));
  }

  @Override
  public synchronized void decide(Stream<StoredDecision> decisions) {
    var next = state.copy();
    next.decisions = decisions.toList();
    var places = new HashSet<List<String>>();
    for (var decision : next.decisions) {
      boolean known =
          next.items.containsKey(decision.item())
              && (decision.uri().isEmpty() || next.entries.containsKey(decision.uri()));
      if (!known || !places.add(List.of(decision.item(), decision.uri()))) {
        throw new IllegalArgumentException("unknown or twice: " + decision);
      }
    }
    var flipped = chosen(state);
    var latter = chosen(next);
    var both = new HashSet<>(flipped);
    both.retainAll(latter);
    flipped.addAll(latter);
    flipped.removeAll(both);
    next.generation++;
    commit(next, touch(next, entry -> flipped.contains(entry.ingested.source().uri())));
  }

  @Override
  public synchronized void decide(String item, List<StoredDecision> decisions) {
    if (!state.items.containsKey(item)
        || decisions.stream().anyMatch(decision -> !decision.item().equals(item))) {
      throw new IllegalArgumentException("not all decisions are on " + item);
    }
    var others = state.decisions.stream().filter(decision -> !decision.item().equals(item));
    decide(Stream.concat(others, decisions.stream()));
  }

  private static Set<String> chosen(State state) {
    return state.decisions.stream()
        .filter(decision -> decision.rank() > 0 && !decision.uri().isEmpty())
        .map(StoredDecision::uri)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public Stream<StoredDecision> decisions() {
    return state.decisions.stream()
        .sorted(
            Comparator.comparing(StoredDecision::item, BY_CODE_POINT)
                .thenComparing(decision -> !decision.uri().isEmpty())
                .thenComparingInt(StoredDecision::rank)
                .thenComparing(StoredDecision::uri, BY_CODE_POINT));
  }

  @Override
  public Stream<ItemPhotos> items(VectorSpace space) {
    var now = state;
    return now.items.values().stream().map(item -> itemPhotos(now, item, space));
  }

  @Override
  public Optional<ItemPhotos> item(String id, VectorSpace space) {
    var now = state;
    return Optional.ofNullable(now.items.get(id)).map(item -> itemPhotos(now, item, space));
  }

  private static ItemPhotos itemPhotos(State now, Item item, VectorSpace space) {
    return new ItemPhotos(
        item,
        placed(now, space).filter(photo -> photo.item().equals(item.id())).toList(),
        rejected(now).filter(photo -> photo.item().equals(item.id())).toList());
  }

  @Override
  public Stream<PlacedPhoto> photos(VectorSpace space) {
    return placed(state, space);
  }

  @Override
  public List<PlacedPhoto> places(String sha256, VectorSpace space) {
    return photos(space).filter(photo -> photo.photo().sha256().equals(sha256)).toList();
  }

  @Override
  public Optional<PlacedPhoto> placed(String uri, VectorSpace space) {
    return photos(space).filter(photo -> photo.uri().equals(uri)).findFirst();
  }

  private static Stream<PlacedPhoto> placed(State now, VectorSpace space) {
    var vectors = now.embeddings.getOrDefault(space, Map.of());
    return now.entries.entrySet().stream()
        .filter(place -> place.getValue().accepted())
        .filter(place -> vectors.containsKey(place.getValue().sha256()))
        .map(place -> {
          var sha256 = Objects.requireNonNull(place.getValue().sha256());
          return new PlacedPhoto(
              place.getKey(),
              Objects.requireNonNullElse(place.getValue().item, ""),
              Objects.requireNonNull(now.photos.get(sha256)),
              Objects.requireNonNull(vectors.get(sha256)));
        });
  }

  @Override
  public Stream<PlacedPhoto> changedSince(long generation, VectorSpace space) {
    var now = state;
    return placed(now, space)
        .filter(photo -> Objects.requireNonNull(now.entries.get(photo.uri())).seq > generation);
  }

  @Override
  public Stream<String> removedSince(long generation) {
    return state.entries.entrySet().stream()
        .filter(place -> place.getValue().removed > generation)
        .map(Map.Entry::getKey);
  }

  @Override
  public Stream<String> representatives() {
    return chosen(state).stream().sorted(BY_CODE_POINT);
  }

  @Override
  public Set<String> representativesAmong(Set<String> uris) {
    return chosen(state).stream().filter(uris::contains).collect(Collectors.toSet());
  }

  @Override
  public List<Item> itemsOf(Set<String> ids) {
    return allItems().filter(item -> ids.contains(item.id())).toList();
  }

  @Override
  public Stream<Item> allItems() {
    return state.items.values().stream();
  }

  @Override
  public Stream<RejectedPhoto> rejections() {
    return rejected(state);
  }

  @Override
  public Optional<RejectedPhoto> rejection(String uri) {
    return rejected(state).filter(photo -> photo.uri().equals(uri)).findFirst();
  }

  private static Stream<RejectedPhoto> rejected(State now) {
    return now.entries.entrySet().stream()
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

  @Override
  public List<VectorSpace> spaces() {
    return List.copyOf(state.embeddings.keySet());
  }

  @Override
  public Reviews reviews() {
    return reviews;
  }

  @Override
  public Choices choices() {
    return choices;
  }

  boolean byHand(String item) {
    return choices.of(item).filter(choice -> !choice.isEmpty()).isPresent();
  }

  @Override
  public ItemList itemList() {
    return new MemoryItemList(this);
  }

  @Override
  public Captions captions() {
    return captions;
  }

  @Override
  public FeedbackLog feedback() {
    return feedback;
  }

  @Override
  public SpaceVectors vectors() {
    return vectors;
  }

  /// Vectors of a space by photo.
  Map<String, Embedding> in(VectorSpace space) {
    return state.embeddings.getOrDefault(space, Map.of());
  }

  /// Where accepted photos lie, by photo in the order of their digests.
  Map<String, List<String>> placesByPhoto() {
    var places = new TreeMap<String, List<String>>();
    state.entries.forEach((uri, entry) -> {
      if (entry.accepted()) {
        places
            .computeIfAbsent(Objects.requireNonNull(entry.sha256()), _ -> new ArrayList<>())
            .add(uri);
      }
    });
    return places;
  }

  synchronized void embed(VectorSpace space, Map<String, Embedding> made, boolean follow) {
    var next = state.copy();
    next.embeddings.computeIfAbsent(space, _ -> new HashMap<>()).putAll(made);
    next.generation++;
    if (follow && !made.isEmpty()) {
      next.photosVersion++;
    }
    commit(next, follow && touch(next, entry -> made.containsKey(entry.sha256())));
  }

  synchronized void forget(VectorSpace space) {
    var next = state.copy();
    next.embeddings.remove(space);
    state = next;
  }

  @Override
  public Categories categories() {
    return categories;
  }

  private boolean has(StoredCategory.Subject subject) {
    return switch (subject) {
      case StoredCategory.Subject.OfItem(var item) -> state.items.containsKey(item);
      case StoredCategory.Subject.OfPhoto(var sha256) -> state.photos.containsKey(sha256);
    };
  }

  private synchronized void categorized(StoredCategory.Subject subject) {
    var next = state.copy();
    next.generation++;
    commit(
        next,
        touch(
            next,
            entry ->
                switch (subject) {
                  case StoredCategory.Subject.OfItem(var item) -> item.equals(entry.item);
                  case StoredCategory.Subject.OfPhoto(var sha256) -> sha256.equals(entry.sha256());
                }));
  }

  private synchronized void captioned(String sha256) {
    var next = state.copy();
    next.generation++;
    commit(next, touch(next, entry -> sha256.equals(entry.sha256())));
  }

  private Map<String, MemoryReviews.Place> firstPlaces() {
    var now = state;
    var places = new LinkedHashMap<String, MemoryReviews.Place>();
    now.entries.forEach((uri, entry) -> {
      if (entry.accepted()) {
        var photo = Objects.requireNonNull(now.photos.get(entry.sha256()));
        var item = Objects.requireNonNullElse(entry.item, "");
        places.putIfAbsent(photo.sha256(), new MemoryReviews.Place(photo, uri, item));
      }
    });
    return places;
  }

  @Override
  public Counts counts() {
    var now = state;
    var accepted = now.entries.values().stream().filter(Entry::accepted).toList();
    Map<Reason, Long> rejected =
        rejected(now).collect(Collectors.groupingBy(RejectedPhoto::reason, Collectors.counting()));
    var embeddings = new HashMap<String, Long>();
    now.embeddings.forEach((space, vectors) -> embeddings.put(space.id(), (long) vectors.size()));
    long photos = accepted.stream().map(Entry::sha256).distinct().count();
    long detailed =
        accepted.stream()
            .map(Entry::sha256)
            .distinct()
            .filter(sha256 -> Objects.requireNonNull(now.photos.get(sha256)).detail().isPresent())
            .count();
    return new Counts(now.items.size(), accepted.size(), photos, detailed, rejected, embeddings, 0);
  }

  @Override
  public long generation() {
    return state.generation;
  }

  @Override
  public long photosVersion() {
    return state.photosVersion;
  }

  @Override
  public synchronized String state() {
    return name + "-" + state.generation;
  }

  @Override
  public synchronized SortedMap<String, String> settings(String prefix) {
    var found = new TreeMap<>(settings);
    found.keySet().removeIf(key -> !key.startsWith(prefix));
    return found;
  }

  @Override
  public synchronized Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  @Override
  public synchronized void set(String name, String value) {
    settings.put(name, value);
  }

  @Override
  public void close() {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

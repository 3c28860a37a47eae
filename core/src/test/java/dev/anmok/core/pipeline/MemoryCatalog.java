package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import java.io.IOException;
import java.util.ArrayList;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A catalog in memory, for tests: simple rather than fast. A transaction works on a copy of all.
public final class MemoryCatalog implements Catalog {
  private final Map<String, String> settings = new HashMap<>();
  private final int capacity;
  private volatile MemoryState state = new MemoryState();
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
    boolean changed = next.items(batch.stream().map(Ingested::source).toList());
    for (var ingested : batch) {
      changed |= next.photo(ingested.outcome());
      changed |= next.entry(ingested);
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
    boolean changed = next.items(photos);
    for (var photo : photos) {
      var old = next.entries.get(photo.uri());
      if (old != null) {
        var was = old.ingested();
        changed |=
            next.entry(new Ingested(photo, was.sizeBytes(), was.modifiedMillis(), was.outcome()));
      }
    }
    if (changed) {
      next.photosVersion++;
    }
    commit(next, changed);
  }

  private void commit(MemoryState next, boolean changed) {
    if (!changed) {
      next.generation--;
    }
    state = next;
  }

  @Override
  public Optional<Seen> seen(String uri) {
    return Optional.ofNullable(state.entries.get(uri))
        .map(entry ->
            new Seen(
                entry.ingested().sizeBytes(),
                entry.ingested().modifiedMillis(),
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
    var flipped = state.chosen();
    var latter = next.chosen();
    var both = new HashSet<>(flipped);
    both.retainAll(latter);
    flipped.addAll(latter);
    flipped.removeAll(both);
    next.generation++;
    commit(next, next.touch(entry -> flipped.contains(entry.ingested().source().uri())));
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

  @Override
  public Stream<StoredDecision> decisions() {
    return state.decisions.stream()
        .sorted(
            Comparator.comparing(StoredDecision::item, MemoryState.BY_CODE_POINT)
                .thenComparing(decision -> !decision.uri().isEmpty())
                .thenComparingInt(StoredDecision::rank)
                .thenComparing(StoredDecision::uri, MemoryState.BY_CODE_POINT));
  }

  @Override
  public Stream<ItemPhotos> items(VectorSpace space) {
    var now = state;
    return now.items.values().stream().map(item -> now.itemPhotos(item, space));
  }

  @Override
  public Optional<ItemPhotos> item(String id, VectorSpace space) {
    var now = state;
    return Optional.ofNullable(now.items.get(id)).map(item -> now.itemPhotos(item, space));
  }

  @Override
  public Stream<PlacedPhoto> photos(VectorSpace space) {
    return state.placed(space);
  }

  @Override
  public List<PlacedPhoto> places(String sha256, VectorSpace space) {
    return photos(space).filter(photo -> photo.photo().sha256().equals(sha256)).toList();
  }

  @Override
  public Optional<PlacedPhoto> placed(String uri, VectorSpace space) {
    return photos(space).filter(photo -> photo.uri().equals(uri)).findFirst();
  }

  @Override
  public Stream<PlacedPhoto> changedSince(long generation, VectorSpace space) {
    var now = state;
    return now.placed(space)
        .filter(photo -> Objects.requireNonNull(now.entries.get(photo.uri())).seq() > generation);
  }

  @Override
  public Stream<String> removedSince(long generation) {
    return state.entries.entrySet().stream()
        .filter(place -> place.getValue().removed() > generation)
        .map(Map.Entry::getKey);
  }

  @Override
  public Stream<String> representatives() {
    return state.chosen().stream().sorted(MemoryState.BY_CODE_POINT);
  }

  @Override
  public Set<String> representativesAmong(Set<String> uris) {
    return state.chosen().stream().filter(uris::contains).collect(Collectors.toSet());
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
    return state.rejected();
  }

  @Override
  public Optional<RejectedPhoto> rejection(String uri) {
    return state.rejected().filter(photo -> photo.uri().equals(uri)).findFirst();
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
    commit(next, follow && next.touch(entry -> made.containsKey(entry.sha256())));
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
        next.touch(entry ->
            switch (subject) {
              case StoredCategory.Subject.OfItem(var item) -> item.equals(entry.item());
              case StoredCategory.Subject.OfPhoto(var sha256) -> sha256.equals(entry.sha256());
            }));
  }

  private synchronized void captioned(String sha256) {
    var next = state.copy();
    next.generation++;
    commit(next, next.touch(entry -> sha256.equals(entry.sha256())));
  }

  private Map<String, MemoryReviews.Place> firstPlaces() {
    var now = state;
    var places = new LinkedHashMap<String, MemoryReviews.Place>();
    now.entries.forEach((uri, entry) -> {
      if (entry.accepted()) {
        var photo = Objects.requireNonNull(now.photos.get(entry.sha256()));
        var item = Objects.requireNonNullElse(entry.item(), "");
        places.putIfAbsent(photo.sha256(), new MemoryReviews.Place(photo, uri, item));
      }
    });
    return places;
  }

  @Override
  public Counts counts() {
    var now = state;
    var accepted = now.entries.values().stream().filter(MemoryState.Entry::accepted).toList();
    Map<Reason, Long> rejected =
        now.rejected().collect(Collectors.groupingBy(RejectedPhoto::reason, Collectors.counting()));
    var embeddings = new HashMap<String, Long>();
    now.embeddings.forEach((space, vectors) -> embeddings.put(space.id(), (long) vectors.size()));
    long photos = accepted.stream().map(MemoryState.Entry::sha256).distinct().count();
    long detailed =
        accepted.stream()
            .map(MemoryState.Entry::sha256)
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
}

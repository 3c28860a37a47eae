package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// The vectors of a [MemoryCatalog] by space; photos are numbered in the order of their digests.
final class MemoryVectors implements SpaceVectors {
  private final MemoryCatalog catalog;
  private final Map<VectorSpace, Map<String, Made.Failed>> failures = new HashMap<>();

  MemoryVectors(MemoryCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public synchronized void store(VectorSpace space, List<Made> made, boolean follow) {
    var known = catalog.placesByPhoto();
    var vectors = new HashMap<String, Embedding>();
    var failed = new HashMap<String, Made.Failed>();
    for (var each : made) {
      if (!known.containsKey(each.sha256())) {
        throw new IllegalArgumentException("no photo " + each.sha256());
      }
      switch (each) {
        case Made.Vector(var sha256, var embedding) -> {
          if (!embedding.space().equals(space)) {
            throw new IllegalArgumentException("a vector of " + embedding.space().id());
          }
          vectors.put(sha256, embedding);
        }
        case Made.Failed one -> failed.put(one.sha256(), one);
      }
    }
    catalog.embed(space, vectors, follow);
    failures.computeIfAbsent(space, _ -> new HashMap<>()).putAll(failed);
  }

  private Map<String, Made.Failed> failed(VectorSpace space) {
    var failed = new HashMap<>(failures.getOrDefault(space, Map.of()));
    failed.keySet().removeAll(catalog.in(space).keySet());
    failed.keySet().retainAll(catalog.placesByPhoto().keySet());
    return failed;
  }

  @Override
  public synchronized List<Missing> missing(
      VectorSpace space, boolean failed, long after, int limit) {
    var missing = new ArrayList<Missing>();
    long number = 0;
    for (var sha256 : catalog.placesByPhoto().keySet()) {
      number++;
      boolean wanted = failed || !failed(space).containsKey(sha256);
      if (wanted && number > after && !catalog.in(space).containsKey(sha256)) {
        missing.add(new Missing(number, sha256));
      }
    }
    return missing.subList(0, Math.min(limit, missing.size()));
  }

  @Override
  public List<String> places(String sha256) {
    return catalog.placesByPhoto().getOrDefault(sha256, List.of());
  }

  @Override
  public synchronized Progress progress(VectorSpace space) {
    var photos = catalog.placesByPhoto().keySet();
    long embedded = photos.stream().filter(catalog.in(space)::containsKey).count();
    long failed = failed(space).size();
    return new Progress(embedded, failed, photos.size() - embedded - failed);
  }

  @Override
  public synchronized Stream<Refused> failures(VectorSpace space) {
    return failed(space).values().stream()
        .sorted(java.util.Comparator.comparing(Made.Failed::sha256))
        .map(failed ->
            new Refused(
                Objects.requireNonNull(catalog.placesByPhoto().get(failed.sha256())).getFirst(),
                failed.sha256(),
                failed.reason(),
                failed.detail()));
  }

  @Override
  public synchronized void drop(VectorSpace space, LongConsumer progress) {
    catalog.forget(space);
    failures.remove(space);
    progress.accept(catalog.placesByPhoto().size());
  }
}

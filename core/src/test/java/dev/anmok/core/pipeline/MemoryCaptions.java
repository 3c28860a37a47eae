package dev.anmok.core.pipeline;

import dev.anmok.core.image.Caption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Captions in memory, for tests: simple rather than fast.
final class MemoryCaptions implements Captions {
  private final Supplier<Map<String, MemoryReviews.Place>> places;
  private final Consumer<String> touch;
  private final Map<String, Map<String, StoredCaption>> byPhoto = new TreeMap<>();

  /// @param places accepted photos by digest
  /// @param touch told the digest of each photo whose captions say something else
  MemoryCaptions(Supplier<Map<String, MemoryReviews.Place>> places, Consumer<String> touch) {
    this.places = places;
    this.touch = touch;
  }

  @Override
  public synchronized void store(List<StoredCaption> captions) {
    for (var caption : captions) {
      if (!places.get().containsKey(caption.sha256())) {
        throw new IllegalArgumentException("there is no photo " + caption.sha256());
      }
    }
    for (var caption : captions) {
      var old =
          byPhoto
              .computeIfAbsent(caption.sha256(), sha256 -> new TreeMap<>())
              .put(caption.model(), caption);
      if (!caption.text().equals(Optional.ofNullable(old).flatMap(StoredCaption::text))) {
        touch.accept(caption.sha256());
      }
    }
  }

  @Override
  public synchronized Optional<StoredCaption> of(String sha256, String model) {
    return Optional.ofNullable(byPhoto.getOrDefault(sha256, Map.of()).get(model));
  }

  @Override
  public synchronized Map<String, String> texts(Collection<String> sha256s) {
    var texts = new TreeMap<String, String>();
    for (var sha256 : sha256s) {
      var lines = new LinkedHashSet<String>();
      byPhoto
          .getOrDefault(sha256, Map.of())
          .values()
          .forEach(caption -> caption.text().ifPresent(lines::add));
      if (!lines.isEmpty()) {
        texts.put(sha256, String.join("\n", lines));
      }
    }
    return texts;
  }

  @Override
  public synchronized List<Missing> missing(String model, boolean failed, long after, int limit) {
    var all = new ArrayList<Missing>();
    long number = 0;
    for (var place : new TreeMap<>(places.get()).entrySet()) {
      number++;
      var outcome = of(place.getKey(), model).map(StoredCaption::outcome);
      boolean wanted = outcome.isEmpty() || (failed && outcome.get() instanceof Caption.Failed);
      if (wanted && number > after && all.size() < limit) {
        all.add(new Missing(number, place.getKey(), place.getValue().uri()));
      }
    }
    return all;
  }

  @Override
  public synchronized Progress progress(String model) {
    long said = 0;
    long failed = 0;
    long missing = 0;
    for (var sha256 : places.get().keySet()) {
      var outcome = of(sha256, model).map(StoredCaption::outcome);
      if (outcome.isEmpty()) {
        missing++;
      } else if (outcome.get() instanceof Caption.Said) {
        said++;
      } else {
        failed++;
      }
    }
    return new Progress(said, failed, missing);
  }
}

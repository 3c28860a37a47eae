package dev.anmok.core.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reviews in memory, for tests: simple rather than fast.
final class MemoryReviews implements Reviews {
  private static final Comparator<Review> DECIDED_FIRST =
      Comparator.comparing(review -> !review.decided());

  /// An accepted photo at the first of its places.
  record Place(Photo photo, String uri, String item) {}

  private final Supplier<Map<String, Place>> places;
  private final List<Review> said = new ArrayList<>();
  private final Map<List<String>, MachineVerdict> drawn = new HashMap<>();

  /// @param places accepted photos by digest
  MemoryReviews(Supplier<Map<String, Place>> places) {
    this.places = places;
  }

  private void requireKnown(String sha256) {
    if (!places.get().containsKey(sha256)) {
      throw new IllegalArgumentException("there is no photo " + sha256);
    }
  }

  @Override
  public synchronized void store(List<Review> reviews) {
    reviews.forEach(review -> requireKnown(review.sha256()));
    said.addAll(reviews);
  }

  @Override
  public synchronized List<Review> undo(String subject, String reviewer, Instant at) {
    var undone =
        all(subject)
            .filter(review -> review.reviewer().equals(reviewer) && review.at().equals(at))
            .toList();
    said.removeAll(undone);
    return undone;
  }

  @Override
  public Optional<Review> undo(String subject) {
    return undo((Review review) -> review.subject().equals(subject));
  }

  @Override
  public Optional<Review> undo(String subject, String reviewer) {
    return undo(review -> review.subject().equals(subject) && review.reviewer().equals(reviewer));
  }

  private synchronized Optional<Review> undo(Predicate<Review> which) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (which.test(said.get(i))) {
        return Optional.of(said.remove(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Review> standing(String sha256, String subject) {
    return standing(all(subject).filter(review -> review.sha256().equals(sha256)).toList());
  }

  /// @param reviews of one photo, the oldest first
  private static Optional<Review> standing(List<Review> reviews) {
    return reviews.reversed().stream().min(DECIDED_FIRST); // the first of equals
  }

  @Override
  public Stream<Review> standing(String subject) {
    return all(subject)
        .map(Review::sha256)
        .distinct()
        .flatMap(sha256 -> standing(sha256, subject).stream());
  }

  @Override
  public synchronized Stream<Review> all(String subject) {
    return List.copyOf(said).stream().filter(review -> review.subject().equals(subject));
  }

  @Override
  public Stream<PhotoInReview> photos(String subject, String version) {
    return places.get().values().stream().map(place -> inReview(place, subject, version));
  }

  @Override
  public Stream<PhotoInReview> drawn(String subject, String version) {
    return photos(subject, version).filter(photo -> photo.drawn().isPresent());
  }

  @Override
  public Optional<PhotoInReview> photo(String sha256, String subject, String version) {
    return Optional.ofNullable(places.get().get(sha256))
        .map(place -> inReview(place, subject, version));
  }

  private PhotoInReview inReview(Place place, String subject, String version) {
    var sha256 = place.photo().sha256();
    var last = new LinkedHashMap<String, String>();
    all(subject)
        .filter(review -> review.sha256().equals(sha256) && review.decided())
        .forEach(review -> last.put(review.reviewer(), review.verdict()));
    return new PhotoInReview(
        place.photo(),
        place.uri(),
        place.item(),
        standing(sha256, subject).orElse(null),
        different(last.values()),
        drawnFor(List.of(sha256, subject, version)));
  }

  private static boolean different(Collection<String> verdicts) {
    return verdicts.stream().distinct().count() > 1;
  }

  private synchronized @Nullable MachineVerdict drawnFor(List<String> key) {
    return drawn.get(key);
  }

  @Override
  public synchronized void draw(String subject, List<Drawn> photos) {
    photos.forEach(photo -> requireKnown(photo.sha256()));
    for (var photo : photos) {
      drawn.putIfAbsent(
          List.of(photo.sha256(), subject, photo.machine().version()), photo.machine());
    }
  }
}

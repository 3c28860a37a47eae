package dev.anmok.app.review;

import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The photos that a person should see, each once: those drawn for an audit, then those of which
/// the machine is uncertain, the least sure first (for blur: its score nearest to the middle of the
/// band), then those that somebody skipped. A photo leaves the queue when somebody decides about
/// it.
///
/// A page goes through the uncertain photos of a survey and through what people said, and holds
/// some 150 bytes for each photo that they said something of; the photos that it lists are looked
/// up. The order is always the same; see [QueuePlace].
///
/// @param reviews what people said
/// @param opinions what the machine says
/// @param survey the same, of all photos
public record ReviewQueue(Reviews reviews, Opinions opinions, Survey survey) {
  /// The most photos of a page.
  public static final int MAX_LIMIT = 1_000;

  /// The queue of a catalog as it is now.
  public static ReviewQueue of(Reviews reviews, Opinions opinions) throws IOException {
    return new ReviewQueue(reviews, opinions, Survey.of(reviews, opinions));
  }

  /// The photos after a place.
  ///
  /// @param after null for the first page
  /// @param limit 1 to [#MAX_LIMIT]
  public QueuePage page(@Nullable QueuePlace after, int limit) throws IOException {
    var window = new QueueWindow(after, limit);
    var seen = Seen.of(reviews, opinions.subject());
    try (var drawn = reviews.drawn(opinions.subject(), opinions.version())) {
      drawn
          .flatMap(each -> survey.of(each.photo().sha256()).stream())
          .filter(row -> row.measured() && !row.uncertain())
          .forEach(row -> seen.offer(window, QueuePlace.Why.AUDIT, 0, row.sha256()));
    }
    survey.forEachUncertain(
        row -> seen.offer(window, QueuePlace.Why.UNCERTAIN, row.distance(), row.sha256()));
    var photos = new ArrayList<QueuedPhoto>();
    for (var place : window.places()) {
      var photo = reviews.photo(place.sha256(), opinions.subject(), opinions.version());
      var opinion = photo.isEmpty() ? null : opinions.of(photo.get().photo()).orElse(null);
      if (opinion != null) { // else it went after the survey
        photos.add(new QueuedPhoto(place, photo.get(), opinion));
      }
    }
    return new QueuePage(photos, window.nextOrNull(), window.lengths(unmeasured()));
  }

  private long unmeasured() {
    return survey.size() - survey.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  /// The photos that somebody looked at.
  private record Seen(Set<String> decided, Set<String> skipped) {
    static Seen of(Reviews reviews, String subject) throws IOException {
      var seen = new Seen(new HashSet<>(), new HashSet<>());
      try (var standing = reviews.standing(subject)) {
        standing.forEach(
            review -> (review.decided() ? seen.decided : seen.skipped).add(review.sha256()));
      }
      return seen;
    }

    void offer(QueueWindow window, QueuePlace.Why why, double distance, String sha256) {
      if (!decided.contains(sha256)) {
        var shown = skipped.contains(sha256) ? QueuePlace.Why.SKIPPED : why;
        window.offer(new QueuePlace(shown, distance, sha256));
      }
    }
  }
}

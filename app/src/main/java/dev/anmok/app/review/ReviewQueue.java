package dev.anmok.app.review;

import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The photos that a person should see, each once: those drawn for an audit, then those of whose
/// blur the machine is uncertain, the least sure first (its score nearest to the middle of the
/// band), then those that somebody skipped. A photo leaves the queue when somebody decides about
/// it.
///
/// A page is one pass over the catalog and holds as many photos as it has, some 2 kB each, however
/// long the queue is. The order is always the same; see [QueuePlace].
///
/// @param reviews what people said
/// @param opinions what the machine says
public record ReviewQueue(Reviews reviews, BlurOpinions opinions) {
  /// The most photos of a page.
  public static final int MAX_LIMIT = 1_000;

  /// The photos after a place.
  ///
  /// @param after null for the first page
  /// @param limit 1 to [#MAX_LIMIT]
  public QueuePage page(@Nullable QueuePlace after, int limit) throws IOException {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1.." + MAX_LIMIT + ", was " + limit);
    }
    var first = new TreeMap<QueuePlace, QueuedPhoto>();
    var counts = new EnumMap<QueuePlace.Why, Long>(QueuePlace.Why.class);
    long unmeasured = 0;
    try (var photos = reviews.photos(Subject.BLUR.code(), opinions.version())) {
      for (var each = photos.iterator(); each.hasNext(); ) {
        var photo = each.next();
        var opinion = opinions.of(photo.photo());
        unmeasured += opinion.isEmpty() ? 1 : 0;
        var queued = opinion.flatMap(said -> queued(photo, said));
        if (queued.isPresent()) {
          counts.merge(queued.get().place().why(), 1L, Long::sum);
          keep(first, queued.get(), after, limit);
        }
      }
    }
    return page(first, limit, lengths(counts, unmeasured));
  }

  private static QueuePage.Lengths lengths(EnumMap<QueuePlace.Why, Long> counts, long unmeasured) {
    return new QueuePage.Lengths(
        counts.getOrDefault(QueuePlace.Why.AUDIT, 0L),
        counts.getOrDefault(QueuePlace.Why.UNCERTAIN, 0L),
        counts.getOrDefault(QueuePlace.Why.SKIPPED, 0L),
        unmeasured);
  }

  /// Keeps one more than a page, which tells whether another one follows.
  private static void keep(
      TreeMap<QueuePlace, QueuedPhoto> first,
      QueuedPhoto queued,
      @Nullable QueuePlace after,
      int limit) {
    if (after == null || queued.place().compareTo(after) > 0) {
      first.put(queued.place(), queued);
      if (first.size() > limit + 1) {
        first.pollLastEntry();
      }
    }
  }

  private static QueuePage page(
      TreeMap<QueuePlace, QueuedPhoto> first, int limit, QueuePage.Lengths lengths) {
    boolean more = first.size() > limit;
    if (more) {
      first.pollLastEntry();
    }
    return new QueuePage(new ArrayList<>(first.values()), more ? first.lastKey() : null, lengths);
  }

  private static Optional<QueuedPhoto> queued(PhotoInReview photo, BlurOpinion opinion) {
    boolean asked = opinion.uncertain() || photo.drawn().isPresent();
    return asked && photo.decision().isEmpty()
        ? Optional.of(new QueuedPhoto(place(photo, opinion), photo, opinion))
        : Optional.empty();
  }

  private static QueuePlace place(PhotoInReview photo, BlurOpinion opinion) {
    var why =
        photo.standing().isPresent()
            ? QueuePlace.Why.SKIPPED
            : opinion.uncertain() ? QueuePlace.Why.UNCERTAIN : QueuePlace.Why.AUDIT;
    double distance = opinion.uncertain() ? opinion.distance() : 0;
    return new QueuePlace(why, distance, photo.photo().sha256());
  }
}

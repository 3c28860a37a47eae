package dev.anmok.app.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Some places of a queue that is told in any order: those of one page are kept, all are counted.
final class QueueWindow {
  private final @Nullable QueuePlace after;
  private final int limit;
  private final TreeSet<QueuePlace> first = new TreeSet<>();
  private final EnumMap<QueuePlace.Why, Long> counts = new EnumMap<>(QueuePlace.Why.class);

  /// @param after null for the first page
  /// @param limit 1 to [ReviewQueue#MAX_LIMIT]
  QueueWindow(@Nullable QueuePlace after, int limit) {
    if (limit < 1 || limit > ReviewQueue.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1.." + ReviewQueue.MAX_LIMIT + ", was " + limit);
    }
    this.after = after;
    this.limit = limit;
  }

  /// Keeps one more than a page, which tells whether another one follows.
  void offer(QueuePlace place) {
    counts.merge(place.why(), 1L, Long::sum);
    if (after == null || place.compareTo(after) > 0) {
      first.add(place);
      if (first.size() > limit + 1) {
        first.pollLast();
      }
    }
  }

  /// The page's places, in order.
  List<QueuePlace> places() {
    return new ArrayList<>(first).subList(0, Math.min(limit, first.size()));
  }

  /// The last place of the page, if another one follows.
  @Nullable QueuePlace nextOrNull() {
    return first.size() > limit ? places().getLast() : null;
  }

  QueuePage.Lengths lengths(long unmeasured) {
    return new QueuePage.Lengths(
        count(QueuePlace.Why.AUDIT),
        count(QueuePlace.Why.UNCERTAIN),
        count(QueuePlace.Why.SKIPPED),
        unmeasured);
  }

  private long count(QueuePlace.Why why) {
    return counts.getOrDefault(why, 0L);
  }
}

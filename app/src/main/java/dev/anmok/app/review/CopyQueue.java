package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The groups of copies that a person should see: those whose photos are least alike first, then
/// those that somebody skipped. A group leaves the queue when people have said of each of its
/// photos whether it is kept, a copy of that one, or none; it comes back when another copy joins.
///
/// @param reviews what people said
/// @param copies what the machine says
public record CopyQueue(Reviews reviews, CopyGroups copies) {
  private static final String REST = "0".repeat(32);

  /// Some of the queue.
  ///
  /// @param groups in the queue's order
  /// @param nextOrNull after which place the next page begins; null after the last one
  /// @param lengths of the whole queue; audits and unmeasured are 0
  public record Page(
      List<QueuedCopies> groups, @Nullable QueuePlace nextOrNull, QueuePage.Lengths lengths) {
    /// After which place the next page begins.
    public Optional<QueuePlace> next() {
      return Optional.ofNullable(nextOrNull);
    }
  }

  /// The groups after a place.
  ///
  /// @param after null for the first page
  /// @param limit 1 to [ReviewQueue#MAX_LIMIT]
  public Page page(@Nullable QueuePlace after, int limit) throws IOException {
    var window = new QueueWindow(after, limit);
    var waiting = new HashMap<QueuePlace, QueuedCopies>();
    var said = CopyWord.standing(reviews);
    for (var group : copies.groups()) {
      queued(group, said)
          .ifPresent(queued -> {
            waiting.put(queued.place(), queued);
            window.offer(queued.place());
          });
    }
    var groups =
        window.places().stream().map(place -> Objects.requireNonNull(waiting.get(place))).toList();
    return new Page(groups, window.nextOrNull(), window.lengths(0));
  }

  private static Optional<QueuedCopies> queued(CopyGroup group, Map<String, Review> said) {
    var outcome = CopyWord.applied(group.names(), photo -> Optional.ofNullable(said.get(photo)));
    if (outcome.decided()) {
      return Optional.empty();
    }
    var why = outcome.skipped() ? QueuePlace.Why.SKIPPED : QueuePlace.Why.UNCERTAIN;
    double alike = Math.max(0, 1 + group.least());
    var place = new QueuePlace(why, alike, group.photos().getFirst().photo() + REST);
    return Optional.of(new QueuedCopies(place, group, outcome, said));
  }
}

package dev.anmok.app.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some of the queue, and how long the whole is.
///
/// @param photos in the queue's order
/// @param nextOrNull after which place the next page begins; null after the last one
/// @param lengths of the whole queue
public record QueuePage(
    List<QueuedPhoto> photos, @Nullable QueuePlace nextOrNull, Lengths lengths) {
  /// How many photos are in the queue, and how many cannot be.
  ///
  /// @param audits drawn to check the machine by
  /// @param uncertain the machine is uncertain of
  /// @param skipped either, and seen by somebody who did not decide
  /// @param unmeasured not measured at native resolution, so that the machine says nothing of them
  public record Lengths(long audits, long uncertain, long skipped, long unmeasured) {
    /// All that wait for a person.
    public long waiting() {
      return audits + uncertain + skipped;
    }
  }

  public QueuePage {
    photos = List.copyOf(photos);
  }

  /// After which place the next page begins.
  public Optional<QueuePlace> next() {
    return Optional.ofNullable(nextOrNull);
  }
}

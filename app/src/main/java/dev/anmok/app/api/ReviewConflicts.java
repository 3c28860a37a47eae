package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.review.Answers;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps two people from overwriting each other unseen: who says what they saw is refused if
/// somebody decided after that. One at a time looks and stores, as the server is the one process
/// that writes. Thread-safe.
///
/// @param reviews what people said
/// @param one held while somebody looks and stores
record ReviewConflicts(Reviews reviews, ReentrantLock one) {
  /// Stores something.
  interface Storing<T> {
    T store() throws IOException;
  }

  /// Stores, unless somebody decided about one of the photos after what the client saw.
  ///
  /// @param photos their digests
  /// @param seen the time of the review that the client saw, `""` if it saw none; empty if it does
  ///   not say
  /// @throws Problem 409 with what was decided meanwhile, 400 if what is said is wrong
  <T> T store(Answers answers, List<String> photos, Optional<String> seen, Storing<T> storing)
      throws IOException {
    one.lock();
    try {
      if (seen.isPresent()) {
        refuse(answers, photos, seen.get());
      }
      return storing.store();
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    } finally {
      one.unlock();
    }
  }

  private void refuse(Answers answers, List<String> photos, String seen) throws IOException {
    var before = seen.isEmpty() ? Instant.MIN : time(seen);
    var meanwhile = new ArrayList<Review>();
    for (var photo : photos) {
      reviews
          .standing(photo, answers.subject().code())
          .filter(review -> review.decided() && review.at().isAfter(before))
          .ifPresent(meanwhile::add);
    }
    if (!meanwhile.isEmpty()) {
      var last =
          Objects.requireNonNull(
              meanwhile.stream().max(Comparator.comparing(Review::at)).orElse(null));
      throw Problem.of(
              409,
              "%s said '%s' meanwhile: look at it and say again"
                  .formatted(last.reviewer(), answers.word(last.verdict())))
          .with("standing", ReviewJson.review(answers, last));
    }
  }

  private static Instant time(String seen) {
    try {
      return Instant.parse(seen);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "seen must be the 'at' of a review or empty, was '" + seen + "'");
    }
  }
}

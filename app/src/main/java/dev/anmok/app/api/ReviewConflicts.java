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
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps two people from overwriting each other unseen: who says what they saw is refused if
/// somebody decided after that. One at a time looks and stores, as the server is the one process
/// that writes. Thread-safe.
///
/// @param reviews what people said
/// @param one held while somebody looks and stores
record ReviewConflicts(Reviews reviews, ReentrantLock one) {
  /// What somebody says.
  interface Saying {
    /// Stores it: the reviews that it makes.
    List<Review> store() throws IOException;

    /// The reviews that it would make, where all of them stand already; else none.
    List<Review> standing() throws IOException;
  }

  /// Stores, unless somebody decided about one of the photos after what the client saw. Where that
  /// was the same person who said the same, as when a lost answer is asked for again, nothing is
  /// stored twice.
  ///
  /// @param photos their digests
  /// @param seen the time of the review that the client saw, `""` if it saw none; empty if it does
  ///   not say
  /// @return what stands of it now
  /// @throws Problem 409 with what was decided meanwhile, 400 if what is said is wrong
  List<Review> store(Answers answers, List<String> photos, Optional<String> seen, Saying saying)
      throws IOException {
    one.lock();
    try {
      var meanwhile = seen.isPresent() ? meanwhile(answers, photos, seen.get()) : List.<Review>of();
      if (meanwhile.isEmpty()) {
        return saying.store();
      }
      var own = saying.standing();
      if (own.containsAll(meanwhile)) {
        return own;
      }
      throw refused(answers, meanwhile);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    } finally {
      one.unlock();
    }
  }

  private List<Review> meanwhile(Answers answers, List<String> photos, String seen)
      throws IOException {
    var before = seen.isEmpty() ? Instant.MIN : time(seen);
    var meanwhile = new ArrayList<Review>();
    for (var photo : photos) {
      reviews
          .standing(photo, answers.subject().code())
          .filter(review -> review.decided() && review.at().isAfter(before))
          .ifPresent(meanwhile::add);
    }
    return meanwhile;
  }

  private static Problem refused(Answers answers, List<Review> meanwhile) {
    var last = meanwhile.stream().max(Comparator.comparing(Review::at)).orElseThrow();
    return Problem.of(
            409,
            "%s said '%s' meanwhile: look at it and say again"
                .formatted(last.reviewer(), answers.word(last.verdict())))
        .with("standing", ReviewJson.review(answers, last));
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

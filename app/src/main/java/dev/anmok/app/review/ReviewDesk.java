package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Where people say what they see of single photos. Thread-safe.
///
/// @param reviews where it is kept
/// @param opinions what the machine says at that time
/// @param clock tells the time
public record ReviewDesk(Reviews reviews, Opinions opinions, InstantSource clock) {
  /// What somebody says.
  ///
  /// @param verdict the code of one of the subject's
  /// @param kind one of the subject's, or empty
  /// @param reviewer 1 to 64 characters
  public record Saying(String verdict, String kind, String reviewer) {}

  /// Stores what somebody says of a photo, with what the machine says of it now.
  ///
  /// @return what was stored; empty if there is no such photo
  /// @throws IllegalArgumentException if the verdict or the kind is not known, or the name is none
  public Optional<Review> say(String sha256, Saying saying) throws IOException {
    opinions.answers().check(saying.verdict(), saying.kind());
    var photo = reviews.photo(sha256, opinions.subject(), opinions.version());
    if (photo.isEmpty()) {
      return Optional.empty();
    }
    var opinion = opinions.of(photo.get().photo());
    var review =
        new Review(
            sha256,
            opinions.subject(),
            saying.verdict(),
            saying.kind(),
            saying.reviewer(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            opinion.map(Opinion::machine).orElse(null));
    reviews.store(review);
    return Optional.of(review);
  }

  /// What stands of a photo, if it is the same of the same person.
  public Optional<Review> standing(String sha256, Saying saying) throws IOException {
    return reviews
        .standing(sha256, opinions.subject())
        .filter(review ->
            new Saying(review.verdict(), review.kind(), review.reviewer()).equals(saying));
  }
}

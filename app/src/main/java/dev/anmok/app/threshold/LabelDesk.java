package dev.anmok.app.threshold;

import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where people say whether a photo shows what a lens looks for. Two who label the same photo do
/// not replace each other's word unseen. Thread-safe within the process, which is the only one that
/// writes to the workspace.
public final class LabelDesk {
  static final String GOOD = "good";
  static final String BAD = "bad";

  /// What may be said.
  public static final List<String> LABELS = List.of(GOOD, BAD, Review.SKIP);

  private final Reviews reviews;
  private final InstantSource clock;

  /// A desk at which labels are stored.
  public LabelDesk(Reviews reviews, InstantSource clock) {
    this.reviews = reviews;
    this.clock = clock;
  }

  /// What somebody says.
  ///
  /// @param label one of [#LABELS]
  /// @param reviewer 1 to 64 characters
  /// @param seen the time of the label that stood when they looked; empty if there was none
  public record Saying(String label, String reviewer, String seen) {}

  /// What became of it.
  public sealed interface Said {
    /// It stands; also where the same person had said the same already.
    record Stored(Review review) implements Said {}

    /// Somebody said something else meanwhile, or took it back: nothing was stored.
    record Otherwise(@Nullable Review standingOrNull) implements Said {}

    /// There is no such photo.
    record NoPhoto() implements Said {}
  }

  /// Stores a label.
  ///
  /// @param version of the present drawing, which says what the machine knew of the photo
  /// @throws IllegalArgumentException if the label is not known, or the name is none
  public synchronized Said say(LensMark mark, String version, String sha256, Saying saying)
      throws IOException {
    if (!LABELS.contains(saying.label())) {
      throw new IllegalArgumentException(
          "label must be one of " + String.join(", ", LABELS) + ", was '" + saying.label() + "'");
    }
    var photo = reviews.photo(sha256, mark.subject(), version);
    if (photo.isEmpty()) {
      return new Said.NoPhoto();
    }
    var standing = photo.get().standing();
    if (standing.filter(review -> same(review, saying)).isPresent()) {
      return new Said.Stored(standing.get());
    }
    var stands = standing.map(review -> review.at().toString()).orElse("");
    if (!stands.equals(saying.seen())) {
      return new Said.Otherwise(standing.orElse(null));
    }
    var review = review(mark, photo.get(), saying);
    reviews.store(review);
    return new Said.Stored(review);
  }

  private static boolean same(Review review, Saying saying) {
    return review.verdict().equals(saying.label()) && review.reviewer().equals(saying.reviewer());
  }

  private Review review(LensMark mark, PhotoInReview photo, Saying saying) {
    return new Review(
        photo.photo().sha256(),
        mark.subject(),
        saying.label(),
        "",
        saying.reviewer(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        photo.drawnOrNull());
  }

  /// Takes the last label back, or the last of one person.
  ///
  /// @return what was taken back; empty if there was nothing
  public synchronized Optional<Review> undo(LensMark mark, Optional<String> reviewer)
      throws IOException {
    return reviewer.isPresent()
        ? reviews.undo(mark.subject(), reviewer.get())
        : reviews.undo(mark.subject());
  }

  /// The label of a photo that counts, or a skip.
  public Optional<Review> standing(LensMark mark, String sha256) throws IOException {
    return reviews.standing(sha256, mark.subject());
  }
}

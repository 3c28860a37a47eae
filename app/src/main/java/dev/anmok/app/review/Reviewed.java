package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What people decided about photos, for answers in which their word goes before the machine's.
public interface Reviewed {
  /// Nobody decided anything.
  Reviewed NOTHING = _ -> Optional.empty();

  /// The decision that stands about a photo.
  ///
  /// @param sha256 the photo's digest
  /// @throws UncheckedIOException if the catalog cannot be read
  Optional<Review> of(String sha256);

  /// The decisions of a catalog as they are now. Holds eight bytes for each photo that was decided
  /// about; the others cost no query.
  static Reviewed in(Reviews reviews, Subject subject) throws IOException {
    long[] decided;
    try (var standing = reviews.standing(subject.code())) {
      decided = standing.filter(Review::decided).mapToLong(r -> head(r.sha256())).toArray();
    }
    Arrays.sort(decided);
    return sha256 ->
        Arrays.binarySearch(decided, head(sha256)) < 0
            ? Optional.empty()
            : find(reviews, sha256, subject);
  }

  private static Optional<Review> find(Reviews reviews, String sha256, Subject subject) {
    try {
      return reviews.standing(sha256, subject.code()).filter(Review::decided);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long head(String sha256) {
    return HexFormat.fromHexDigitsToLong(sha256, 0, 16);
  }
}

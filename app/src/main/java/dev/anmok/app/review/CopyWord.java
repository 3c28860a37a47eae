package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people said of photos that the machine takes for copies of one another, and what becomes of
/// a group of them by it. Photos are named by the first half of their digest, 32 hexadecimal
/// digits.
///
/// Each photo has its own review: [#KEEP] for the one that stands for the others, [#FOLD] for a
/// copy of that one, [#SEPARATE] for a photo that is no copy of another. The kind of the last two
/// names the other photo, so that a photo told apart from one may still be a copy of a third.
public final class CopyWord {
  /// Stands for its copies.
  public static final String KEEP = "keep";

  /// Is a copy of the one that is kept.
  public static final String FOLD = "fold";

  /// Is no copy of another.
  public static final String SEPARATE = "separate";

  private static final String OF = "of-";
  private static final int DIGITS = 24;
  private static final int NAME = 32;

  private CopyWord() {}

  /// A group after what people said.
  ///
  /// @param keeper the photo to keep: the one that people chose last, else the machine's; empty if
  ///   nothing is left to keep it from
  /// @param by who chose it; empty if the machine did
  /// @param together the photos that are still taken for copies, the keeper among them; fewer than
  ///   two if the group has come apart
  /// @param apart the photos that people told apart
  /// @param decided whether people have answered for all of `together`
  /// @param skipped whether somebody looked at one of them and did not answer
  public record Outcome(
      String keeper,
      String by,
      List<String> together,
      List<String> apart,
      boolean decided,
      boolean skipped) {
    public Outcome {
      together = List.copyOf(together);
      apart = List.copyOf(apart);
    }
  }

  /// The kind of a review that is about another photo too.
  ///
  /// @param sha256 the other photo's digest, or its first half
  public static String of(String sha256) {
    return OF + sha256.substring(0, DIGITS);
  }

  /// What stands of each photo, by the first half of its digest. Holds some 400 bytes a review.
  public static Map<String, Review> standing(Reviews reviews) throws IOException {
    try (var standing = reviews.standing(Subject.DUPLICATES.code())) {
      return standing.collect(
          Collectors.toMap(
              review -> review.sha256().substring(0, NAME),
              review -> review,
              (a, _) -> a,
              HashMap::new));
    }
  }

  /// What becomes of a group.
  ///
  /// @param photos different ones, the machine's keeper first
  /// @param said what stands of a photo
  public static Outcome applied(List<String> photos, Function<String, Optional<Review>> said) {
    var told =
        photos.stream().collect(Collectors.partitioningBy(each -> apart(each, photos, said)));
    var apart = List.copyOf(told.getOrDefault(true, List.of()));
    var together = List.copyOf(told.getOrDefault(false, List.of()));
    boolean skipped =
        together.stream()
            .anyMatch(photo -> said.apply(photo).filter(r -> !r.decided()).isPresent());
    if (together.isEmpty()) {
      return new Outcome("", "", together, apart, true, false);
    }
    var chosen =
        together.stream()
            .filter(photo -> said.apply(photo).filter(r -> r.verdict().equals(KEEP)).isPresent())
            .max(Comparator.comparing(photo -> said.apply(photo).orElseThrow().at()));
    var keeper = chosen.orElse(together.getFirst());
    var by = chosen.flatMap(said).map(Review::reviewer).orElse("");
    boolean decided =
        together.size() < 2
            || (chosen.isPresent()
                && together.stream()
                    .allMatch(photo -> photo.equals(keeper) || folded(photo, keeper, said)));
    return new Outcome(keeper, by, together, apart, decided, skipped);
  }

  private static boolean apart(
      String photo, List<String> photos, Function<String, Optional<Review>> said) {
    return said.apply(photo)
        .filter(review -> review.verdict().equals(SEPARATE))
        .filter(review ->
            photos.stream().anyMatch(other -> !other.equals(photo) && about(review, other)))
        .isPresent();
  }

  private static boolean folded(
      String photo, String keeper, Function<String, Optional<Review>> said) {
    return said.apply(photo)
        .filter(review -> review.verdict().equals(FOLD) && about(review, keeper))
        .isPresent();
  }

  private static boolean about(Review review, String other) {
    return review.kind().equals(of(other));
  }
}

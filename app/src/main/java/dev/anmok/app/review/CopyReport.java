package dev.anmok.app.review;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How often people agree with the machine on copies. Groups come to people the least alike first,
/// so the shares are those of what was answered so far, and lower than of all groups.
///
/// @param version the machine's rule: answers given under others are not counted in the shares
/// @param groups how many groups the machine finds
/// @param waiting of these, those that people have not answered for
/// @param keeper of the photos that people keep, those that the machine would keep
/// @param copies of the photos that the machine would set aside and people answered for, those that
///   people call copies or keep themselves
/// @param standing how many photos have each verdict
/// @param reviews how many answers for a photo each reviewer gave
public record CopyReport(
    String version,
    long groups,
    long waiting,
    Proportion keeper,
    Proportion copies,
    Map<String, Long> standing,
    Map<String, Long> reviews) {
  /// Counts.
  public static CopyReport of(Reviews reviews, CopyGroups copies) throws IOException {
    var said = CopyWord.standing(reviews);
    long waiting =
        copies.groups().stream()
            .map(group ->
                CopyWord.applied(group.names(), photo -> Optional.ofNullable(said.get(photo))))
            .filter(outcome -> !outcome.decided())
            .count();
    var standing = new TreeMap<String, Long>();
    said.values().forEach(review -> standing.merge(review.verdict(), 1L, Long::sum));
    var byReviewer = new TreeMap<String, Long>();
    try (var all = reviews.all(Subject.DUPLICATES.code())) {
      all.forEach(review -> byReviewer.merge(review.reviewer(), 1L, Long::sum));
    }
    var counted =
        said.values().stream()
            .filter(Review::decided)
            .filter(review -> machine(review, copies.version()).isPresent())
            .toList();
    var kept = counted.stream().filter(review -> review.verdict().equals(CopyWord.KEEP)).toList();
    var folded =
        counted.stream()
            .filter(review -> machine(review, copies.version()).equals(Optional.of(CopyWord.FOLD)))
            .toList();
    return new CopyReport(
        copies.version(),
        copies.groups().size(),
        waiting,
        new Proportion(
            kept.stream()
                .filter(r -> machine(r, copies.version()).equals(Optional.of(CopyWord.KEEP)))
                .count(),
            kept.size()),
        new Proportion(
            folded.stream().filter(r -> !r.verdict().equals(CopyWord.SEPARATE)).count(),
            folded.size()),
        standing,
        byReviewer);
  }

  private static Optional<String> machine(Review review, String version) {
    return review
        .machine()
        .filter(said -> said.version().equals(version))
        .map(said -> said.verdict());
  }
}

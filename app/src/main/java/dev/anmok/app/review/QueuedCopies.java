package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies that a person should see.
///
/// @param place where they stand in the queue
/// @param group what the machine says
/// @param outcome what is left of it by what people said
/// @param said what stands of each photo that people said something of, by the first half of its
///   digest
public record QueuedCopies(
    QueuePlace place, CopyGroup group, CopyWord.Outcome outcome, Map<String, Review> said) {
  /// The copies that are still to be told from one another: the keeper first, then those that
  /// nobody answered for.
  public Stream<CopyGroup.Copy> open() {
    return group.photos().stream()
        .filter(copy -> outcome.together().contains(copy.photo()))
        .sorted(
            Comparator.comparing((CopyGroup.Copy copy) -> !copy.photo().equals(outcome.keeper()))
                .thenComparing(copy -> said(copy).filter(Review::decided).isPresent()));
  }

  /// What stands of one of them.
  public Optional<Review> said(CopyGroup.Copy copy) {
    return Optional.ofNullable(said.get(copy.photo()));
  }

  /// The last of all that stands of those that are open.
  public Optional<Review> last() {
    return open().flatMap(copy -> said(copy).stream()).max(Comparator.comparing(Review::at));
  }
}

package dev.anmok.core.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people said of a catalog's photos, and which photos were drawn for them to check the
/// machine by. Thread-safe, for writing too: a write waits for the transaction under way, such as
/// an ingest's of one batch. Streams must be closed and read on the thread that asked for them; one
/// that fails half-way throws [java.io.UncheckedIOException].
///
/// Everything ever said is kept but what was taken back. For each photo and subject the last
/// decision stands, whoever said it; a skip stands where nobody decided.
public interface Reviews {
  /// A photo that was drawn for an audit.
  ///
  /// @param sha256 its digest
  /// @param machine what the machine said of it
  record Drawn(String sha256, MachineVerdict machine) {}

  /// Stores what a person said, after all that was said before.
  ///
  /// @throws IllegalArgumentException if there is no such photo
  default void store(Review review) throws IOException {
    store(List.of(review));
  }

  /// Stores what a person said in one breath, in one transaction: all of it or nothing.
  ///
  /// @throws IllegalArgumentException if there is no such photo
  void store(List<Review> reviews) throws IOException;

  /// Takes the last review of a subject back, whoever stored it; what had stood before stands
  /// again.
  ///
  /// @return what was taken back; empty if there was nothing
  Optional<Review> undo(String subject) throws IOException;

  /// Takes back the last review of a subject that one reviewer stored.
  Optional<Review> undo(String subject, String reviewer) throws IOException;

  /// Takes back all that a reviewer said about a subject at one instant.
  ///
  /// @return what was taken back, in the order in which it was stored
  List<Review> undo(String subject, String reviewer, Instant at) throws IOException;

  /// The review of a photo that stands.
  Optional<Review> standing(String sha256, String subject) throws IOException;

  /// The reviews that stand, one for each photo, in no particular order.
  Stream<Review> standing(String subject) throws IOException;

  /// Everything said, in the order in which it was stored.
  Stream<Review> all(String subject) throws IOException;

  /// Every accepted photo once, in an order that does not change while none are added; one is held
  /// at a time.
  ///
  /// @param version of the machine's verdicts: drawings of others do not count
  Stream<PhotoInReview> photos(String subject, String version) throws IOException;

  /// Those of them that were drawn for this version, in an order that does not change.
  Stream<PhotoInReview> drawn(String subject, String version) throws IOException;

  /// One of them.
  Optional<PhotoInReview> photo(String sha256, String subject, String version) throws IOException;

  /// Remembers photos that were drawn for an audit, in one transaction. A photo that was drawn for
  /// the same version before stays as it is.
  ///
  /// @throws IllegalArgumentException if there is no such photo
  void draw(String subject, List<Drawn> photos) throws IOException;
}

package dev.anmok.core.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An accepted photo with what people said of it, once however many places it has.
///
/// @param photo the photo
/// @param uri the first of its places, in order of URI
/// @param item id of the item there, empty if there is none
/// @param standingOrNull the review that counts: the last decision, or the last skip where nobody
///   decided; null if nobody looked
/// @param disputed whether the last decisions of two reviewers differ
/// @param drawnOrNull what the machine said when the photo was drawn for an audit; null if it was
///   not
public record PhotoInReview(
    Photo photo,
    String uri,
    String item,
    @Nullable Review standingOrNull,
    boolean disputed,
    @Nullable MachineVerdict drawnOrNull) {
  /// The review that counts.
  public Optional<Review> standing() {
    return Optional.ofNullable(standingOrNull);
  }

  /// The review that counts, if it is a decision.
  public Optional<Review> decision() {
    return standing().filter(Review::decided);
  }

  /// What the machine said when the photo was drawn for an audit.
  public Optional<MachineVerdict> drawn() {
    return Optional.ofNullable(drawnOrNull);
  }
}

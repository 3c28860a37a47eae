package dev.anmok.core.curate;

import dev.anmok.core.score.ContrastScore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was decided about one photo.
///
/// @param uri where it lies
/// @param rank 1 for the first representative and so on, 0 if it is none
/// @param reason why
/// @param detail what the reason refers to; may be empty
/// @param scoreOrNull what the lens said; null for an unreadable photo
/// @param usefulOrNull how useful it is; null where that was not asked, or could not be measured
public record PhotoDecision(
    String uri,
    int rank,
    PhotoReason reason,
    String detail,
    @Nullable ContrastScore scoreOrNull,
    @Nullable Usefulness usefulOrNull) {
  /// A decision that does not ask for usefulness.
  public PhotoDecision(
      String uri,
      int rank,
      PhotoReason reason,
      String detail,
      @Nullable ContrastScore scoreOrNull) {
    this(uri, rank, reason, detail, scoreOrNull, null);
  }

  public Optional<Usefulness> useful() {
    return Optional.ofNullable(usefulOrNull);
  }

  PhotoDecision with(@Nullable Usefulness useful) {
    return new PhotoDecision(uri, rank, reason, detail, scoreOrNull, useful);
  }

  public Optional<ContrastScore> score() {
    return Optional.ofNullable(scoreOrNull);
  }

  /// The same photo, decided otherwise.
  PhotoDecision as(int otherRank, PhotoReason other, String otherDetail) {
    return new PhotoDecision(uri, otherRank, other, otherDetail, scoreOrNull, usefulOrNull);
  }

  static PhotoDecision dropped(Candidate photo, PhotoReason reason, String detail) {
    return new PhotoDecision(photo.uri(), 0, reason, detail, photo.score());
  }

  static PhotoDecision kept(Candidate photo, int rank) {
    return new PhotoDecision(photo.uri(), rank, PhotoReason.REPRESENTATIVE, "", photo.score());
  }
}

package dev.anmok.app.album;

import dev.anmok.app.review.Reviewed;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurVerdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A photo whose sharpness was judged. A person's decision goes before the machine's.
///
/// @param uri how answers call it
/// @param machine what the machine says, with what decided it
/// @param score the method's, the larger the more blurred
/// @param reviewOrNull what a person decided; null if nobody did
public record JudgedPhoto(
    String uri, BlurVerdict machine, double score, @Nullable Review reviewOrNull) {
  /// Judges a photo; empty if it was not measured, or lacks what the method looks at.
  static Optional<JudgedPhoto> of(AlbumPhoto photo, BlurJudge judge, Reviewed reviewed) {
    return photo
        .detail()
        .filter(judge::measured)
        .map(detail ->
            new JudgedPhoto(
                photo.uri(),
                judge.judge(detail),
                judge.method().score(detail.blur()),
                reviewed.of(photo.sha256()).orElse(null)));
  }

  /// What a person decided, if one did.
  public Optional<Review> review() {
    return Optional.ofNullable(reviewOrNull);
  }

  /// The verdict that counts, by its code.
  public String verdict() {
    return review().map(Review::verdict).orElse(machine.code());
  }

  /// What spoilt it, by its code; empty if it is not blurry or nobody said.
  public Optional<String> kind() {
    if (reviewOrNull != null) {
      return Optional.of(reviewOrNull.kind()).filter(kind -> !kind.isEmpty());
    }
    return machine instanceof BlurVerdict.Blurry(var kind, _)
        ? Optional.of(kind.code())
        : Optional.empty();
  }

  /// Why, in plain words.
  public String why() {
    return review()
        .map(review -> review.reviewer() + " says so")
        .orElseGet(() -> BlurWords.why(machine));
  }

  boolean sharp() {
    return verdict().equals("sharp");
  }

  /// Whether it is too blurred to use.
  public boolean blurry() {
    return verdict().equals("blurry");
  }
}

package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurVerdict;
import java.util.Optional;

/// A photo whose sharpness was judged.
///
/// @param uri how answers call it
/// @param verdict what was said, with what decided it
/// @param score the method's, the larger the more blurred
public record JudgedPhoto(String uri, BlurVerdict verdict, double score) {
  /// Judges a photo; empty if it was not measured, or lacks what the method looks at.
  static Optional<JudgedPhoto> of(AlbumPhoto photo, BlurJudge judge) {
    return photo
        .detail()
        .filter(detail -> judge.method().inputs().stream().allMatch(detail.blur()::has))
        .map(detail ->
            new JudgedPhoto(photo.uri(), judge.judge(detail), judge.method().score(detail.blur())));
  }

  boolean sharp() {
    return verdict instanceof BlurVerdict.Sharp;
  }

  /// Whether it is too blurred to use.
  public boolean blurry() {
    return verdict instanceof BlurVerdict.Blurry;
  }
}

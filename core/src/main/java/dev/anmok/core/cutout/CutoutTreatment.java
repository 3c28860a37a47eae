package dev.anmok.core.cutout;

import dev.anmok.core.image.Pixels;

/// What is done to a photo before it is embedded.
///
/// @param rule when a mask is believed
/// @param backdrop what is put behind the subject
/// @param framing how much of the result is shown
/// @param blend what the vector is made of
public record CutoutTreatment(CutoutRule rule, Backdrop backdrop, Framing framing, Blend blend) {
  /// The subject of a mask as the encoder will see it.
  public Pixels picture(Pixels photo, Mask mask) {
    return framing.of(backdrop.behind(photo, mask), mask, backdrop);
  }

  /// A stable text of everything that decides the vectors, which makes the background of a vector
  /// space.
  ///
  /// @param segmenter who makes the masks ([Segmenter#id])
  /// @param gate the id of who says which photos are cut out at all
  public String canonical(String segmenter, String gate) {
    return "cut-out by %s on %s, %s, %s, %s, gate %s"
        .formatted(
            segmenter, backdrop.code(), framing.code(), rule.canonical(), blend.canonical(), gate);
  }
}

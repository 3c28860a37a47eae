package dev.anmok.core.image;

import java.util.List;

/// How to make one copy of a sharp photo of which the truth is known.
///
/// @param kind what was done, a stable lower-case name: `gaussian`, `box`, `disc`, `motion`,
///   `shake`, `low_resolution`, `noise_smeared` blur it; `clear`, `soft` and `shallow` leave it
///   clear
/// @param blurry whether it counts as blurred
/// @param width of the copy in pixels; the photo is brought to that size first, by area
///   ([Filter#BOX])
/// @param height of the copy in pixels
/// @param steps what is done to it, in this order
/// @param quality of the JPEG that it is saved as in the end; 0 for not at all
public record SpoiltCopy(
    String kind, boolean blurry, int width, int height, List<Degradation> steps, int quality) {
  public SpoiltCopy {
    steps = List.copyOf(steps);
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality must be 0..100, was " + quality);
    }
  }

  /// Makes the copy.
  public Pixels of(Pixels photo, Recompression jpeg) {
    boolean whole = photo.width() == width && photo.height() == height;
    var copy = whole ? photo : Resize.to(photo, width, height, Filter.BOX);
    for (var step : steps) {
      copy = step.apply(copy);
    }
    return quality == 0 ? copy : jpeg.at(quality, copy);
  }
}

package dev.anmok.app.blur;

import dev.anmok.app.source.BlurLabels;
import dev.anmok.core.quality.BlurMeasures;

/// A labelled photo with what was measured of it.
public record BlurPhoto(BlurLabels.Row label, BlurMeasures measures) {
  /// Whether it is blurred, by its label.
  public boolean blurry() {
    return label.truth() == BlurLabels.Truth.BLURRY;
  }
}

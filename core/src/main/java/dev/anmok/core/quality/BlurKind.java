package dev.anmok.core.quality;

import java.util.Locale;

/// What spoilt a blurred photo.
public enum BlurKind {
  /// Out of focus: soft in all directions.
  DEFOCUS,
  /// The hand or the subject moved: soft in one direction.
  MOTION,
  /// A small picture enlarged.
  LOW_RESOLUTION,
  /// Detail wiped away with the noise.
  NOISE_SMEARED;

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

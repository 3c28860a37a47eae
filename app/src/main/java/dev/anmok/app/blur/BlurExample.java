package dev.anmok.app.blur;

import dev.anmok.core.quality.BlurTraining;

/// A photo, or a copy of one, to learn from.
///
/// @param group what belongs together and never stands on both sides of a split: the source photo
///   or its group
/// @param kind what was done to a copy ([dev.anmok.core.image.SpoiltCopy#kind()]); `hand` for a
///   photo that a person labelled
/// @param example measures and truth
public record BlurExample(String group, String kind, BlurTraining.Example example) {
  /// The kind of photos that people labelled.
  public static final String HAND = "hand";
}

package dev.anmok.core.score;

/// How a photo, or a group of photos, gets its category.
public enum CategoryMethod {
  /// The best category, unless it is not far enough above the neutral bank or above the second best
  /// by limits that belong to the prompts and the space; groups are photos very much alike.
  CALIBRATED,
  /// As the source project published it: the best category, always; a photo is compared through the
  /// mean of its nearest neighbours.
  ARGMAX
}

package dev.anmok.app.album;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.core.cluster.DuplicateRule;
import java.io.IOException;

/// The cosine similarity from which on photos are similar, and where it came from: the profile's
/// number, else the one found for the space, else the published one.
///
/// @param cosine -1..1
/// @param origin in plain words
public record SimilarThreshold(double cosine, String origin) {
  /// What the number is kept under; it belongs to the space alone, since no prompt takes part.
  static final Calibrations.Key KEY = new Calibrations.Key("duplicates", "cosine", "none");

  /// The threshold for a rule in a space.
  public static SimilarThreshold of(DuplicateRule rule, Calibrations calibrations)
      throws IOException {
    if (rule.similar().isPresent()) {
      return new SimilarThreshold(rule.similar().getAsDouble(), "the profile's");
    }
    var found = calibrations.find(KEY);
    if (found.isPresent() && found.get().values().containsKey("similar")) {
      return new SimilarThreshold(found.get().values().get("similar"), found.get().origin());
    }
    return new SimilarThreshold(
        DuplicateRule.PUBLISHED_SIMILAR, "as published, found for another encoder");
  }
}

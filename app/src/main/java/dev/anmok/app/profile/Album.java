package dev.anmok.app.profile;

import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.curate.HighlightRule;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.score.CategorySet;

/// What an album's four questions go by.
///
/// @param categories which kinds of photos there are
/// @param duplicates what counts as the same photo
/// @param highlights how beauty is scored
/// @param lowQuality what counts as a bad photo
public record Album(
    CategorySet categories,
    DuplicateRule duplicates,
    HighlightRule highlights,
    LowQualityRule lowQuality) {
  /// The same album with other categories.
  public Album with(CategorySet other) {
    return new Album(other, duplicates, highlights, lowQuality);
  }
}

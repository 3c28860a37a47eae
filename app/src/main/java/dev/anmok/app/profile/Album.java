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
/// @param blur how blurred photos are told from clear ones
public record Album(
    CategorySet categories,
    DuplicateRule duplicates,
    HighlightRule highlights,
    LowQualityRule lowQuality,
    BlurChoice blur) {
  /// The same album with other categories.
  public Album with(CategorySet other) {
    return new Album(other, duplicates, highlights, lowQuality, blur);
  }

  /// The same album with another way to tell blurred photos.
  public Album with(BlurChoice other) {
    return new Album(categories, duplicates, highlights, lowQuality, other);
  }
}

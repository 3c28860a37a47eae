package dev.anmok.core.search;

import java.util.List;

/// What one sub-query says of a photo or an item.
///
/// @param key URI of the photo or id of the item
/// @param best the photo, or the item's best
/// @param top the item's best photos, best first
/// @param score the sub-query's own score
/// @param calibrated comparable between sub-queries: 0 for a random photo, 1 for a full match
/// @param reading name of the reading that won
/// @param coverage share of the query's words that matched; 1 for vectors
/// @param matches the words that matched
record Scored(
    String key,
    Hit best,
    List<Hit> top,
    double score,
    double calibrated,
    String reading,
    double coverage,
    List<TextHit.Match> matches) {
  /// What passes a filter: a full match.
  static Scored passing(String part, Scored given) {
    return new Scored(given.key, given.best, given.top, 1, 1, part, 1, List.of());
  }

  /// The same with its calibrated score kept within `-most..most`.
  Scored within(double most) {
    double kept = Math.clamp(calibrated, -most, most);
    return new Scored(key, best, top, score, kept, reading, coverage, matches);
  }
}

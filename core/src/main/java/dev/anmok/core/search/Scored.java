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
/// @param coverage share of the query's words that matched, 0 until that was asked for; 1 for
///   vectors
/// @param matches the words that matched, none until that was asked for
record Scored(
    String key,
    Hit best,
    List<Hit> top,
    double score,
    double calibrated,
    String reading,
    double coverage,
    List<TextHit.Match> matches) {
  /// What a vector says.
  ///
  /// @param top at least one photo, best first
  static Scored byVector(
      SubQuery.ByVector part, String key, List<Hit> top, double score, Spread spread) {
    double calibrated = spread.calibrated(score);
    return new Scored(key, top.getFirst(), top, score, calibrated, part.name(), 1, List.of());
  }

  /// What words say, without which they were.
  ///
  /// @param top at least one photo, best first
  static Scored byWords(SubQuery.ByWords part, String key, List<Hit> top, double calibrated) {
    var best = top.getFirst();
    return new Scored(key, best, top, best.score(), calibrated, part.name(), 0, List.of());
  }

  /// The same with the words.
  Scored explained(TextHit words) {
    return new Scored(
        key, best, top, score, calibrated, reading, words.coverage(), words.matches());
  }

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

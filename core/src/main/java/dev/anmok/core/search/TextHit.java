package dev.anmok.core.search;

import java.util.List;

/// A photo that was found by words.
///
/// @param hit the photo; its score is the sum of the BM25 scores of what matched, above 0
/// @param coverage share of the query's weight that matched, by inverse document frequency: 1 where
///   every word of the query was found, 0..1
/// @param matches what matched, the most telling first
public record TextHit(Hit hit, double coverage, List<Match> matches) {
  public TextHit {
    matches = List.copyOf(matches);
  }

  /// A word of the query that was found.
  ///
  /// @param role in which text
  /// @param word as it was asked for
  /// @param found as it was found: itself, a synonym, another spelling, initial consonants
  public record Match(TextRole role, String word, String found) {}
}

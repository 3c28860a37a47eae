package dev.anmok.core.search;

import java.util.List;

/// What one sub-query had to do with a hit.
///
/// @param part the sub-query
/// @param rank its rank there, from 1, equal scores sharing one; 0 if it is not in that list
/// @param score its score there: a cosine, or a sum of BM25 scores; 0 if words did not match
/// @param calibrated the same made comparable: 0 for what a random photo gets, 1 for a full match
/// @param added what that added to the fused score
/// @param reading for [SubQuery.BestOf] the name of the reading that won, else the sub-query's name
/// @param coverage share of the query's weight in words that matched, 0..1; 1 for vectors
/// @param matches the words that matched, none for vectors
public record Share(
    SubQuery part,
    int rank,
    double score,
    double calibrated,
    double added,
    String reading,
    double coverage,
    List<TextHit.Match> matches) {
  public Share {
    matches = List.copyOf(matches);
  }
}

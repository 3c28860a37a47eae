package dev.anmok.core.search;

import dev.anmok.core.filter.Filter;

/// Asks an index for the photos whose texts match words, best first by BM25.
///
/// @param text what was typed, in Korean, English or both
/// @param k number of hits, 1 to [VectorQuery#MAX_K]
/// @param scope which photos may be hits
/// @param filter which items may be hits
public record TextQuery(String text, int k, VectorQuery.Scope scope, Filter filter) {
  /// Characters that a query may have.
  public static final int MAX_LENGTH = 2_000;

  public TextQuery {
    if (k < 1 || k > VectorQuery.MAX_K) {
      throw new IllegalArgumentException("k must be 1.." + VectorQuery.MAX_K + ", was " + k);
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a query may have at most " + MAX_LENGTH + " characters, had " + text.length());
    }
  }
}

package dev.anmok.core.search;

/// A window on a ranking.
///
/// @param offset rank of the first hit from 0, at least 0
/// @param limit number of hits, at least 1; `offset + limit` at most [VectorQuery#MAX_K]
public record Page(int offset, int limit) {
  public Page {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be >= 0, was " + offset);
    }
    if (limit < 1 || limit > VectorQuery.MAX_K - offset) {
      throw new IllegalArgumentException(
          "limit must be at least 1 and offset + limit at most %d, were %d and %d"
              .formatted(VectorQuery.MAX_K, offset, limit));
    }
  }

  /// Rank after the last hit.
  public int end() {
    return offset + limit;
  }
}

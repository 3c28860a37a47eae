package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;

/// Asks an index for the photos nearest to a vector.
///
/// @param vector a vector in the index's space
/// @param k number of hits, 1 to [#MAX_K]
/// @param scope which photos may be hits
/// @param filter which items may be hits
/// @param mode how they are found
public record VectorQuery(Embedding vector, int k, Scope scope, Filter filter, Mode mode) {
  public static final int MAX_K = 10_000;

  public VectorQuery {
    if (k < 1 || k > MAX_K) {
      throw new IllegalArgumentException("k must be 1.." + MAX_K + ", was " + k);
    }
  }

  /// A query among all items.
  public VectorQuery(Embedding vector, int k, Scope scope, Mode mode) {
    this(vector, k, scope, Filter.none(), mode);
  }

  /// Which photos may be hits.
  public enum Scope {
    ALL,
    /// Only photos that the last curation chose.
    REPRESENTATIVES
  }

  /// How the nearest photos are found.
  public enum Mode {
    /// Exact while few enough photos are in scope, approximate above.
    AUTO,
    /// Every photo in scope is compared.
    EXACT,
    /// The photos that seem nearest are compared; some hits may be missed.
    APPROXIMATE
  }
}

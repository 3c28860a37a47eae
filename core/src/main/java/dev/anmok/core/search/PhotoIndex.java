package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Schema;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A derived view of the catalog for finding photos by vector, by words and by metadata; it can be
/// rebuilt at any time. One index holds one space. Searching is thread-safe, also while one other
/// thread writes; what was written is found after [#commit].
public interface PhotoIndex extends AutoCloseable {
  VectorSpace space();

  /// The fields that can be filtered by.
  Schema schema();

  /// Adds photos, replacing entries of the same URI.
  ///
  /// @throws IllegalArgumentException if a vector is of another space; nothing is written then
  void upsert(Collection<IndexedPhoto> photos) throws IOException;

  /// Removes entries; unknown URIs are no error.
  void delete(Collection<String> uris) throws IOException;

  /// Makes all writes durable and visible, and notes the state of the catalog that they bring the
  /// index to.
  void commit(long generation) throws IOException;

  /// The catalog state given at the last commit; -1 for a new index.
  long generation() throws IOException;

  /// Number of entries after the last commit.
  long size() throws IOException;

  /// The photos nearest to a vector, best first, equal scores in order of URI.
  ///
  /// @throws IllegalArgumentException if the vector is of another space
  List<Hit> search(VectorQuery query) throws IOException;

  /// Exact scores of the best [ItemHit#TOP] photos in scope of each of the items, best first, equal
  /// scores in order of URI; of an item of fewer photos all of them.
  List<Hit> scoreItems(Embedding vector, Set<String> items, VectorQuery.Scope scope)
      throws IOException;

  /// The photos whose texts match words, best first, equal scores in order of URI. A score is the
  /// sum of the BM25 scores of what matched, above 0.
  List<Hit> search(TextQuery query) throws IOException;

  /// What the words of a query are worth for photos of known URIs, best first; photos that they do
  /// not match, or that are not in scope or do not pass, are left out. `k` does not count.
  List<Hit> scoreWords(TextQuery query, Collection<String> uris) throws IOException;

  /// Which words of a query some photos hold, in the order given, each with the score that it came
  /// with; photos that are gone meanwhile are left out. Costs more a photo than finding it, so ask
  /// for those that are shown.
  ///
  /// @param text of a [TextQuery]
  List<TextHit> explain(String text, List<Hit> hits) throws IOException;

  /// Cosine similarities of a vector with photos of known URIs, by URI; URIs that are not in the
  /// index are left out.
  Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException;

  /// Those of some known URIs whose item passes a filter.
  Set<String> passing(Filter filter, Collection<String> uris) throws IOException;

  /// Numbers of items by value of some fields, in the order asked for.
  List<Facet> facets(FacetQuery query) throws IOException;

  /// Number of photos in scope of items that pass.
  long count(VectorQuery.Scope scope, Filter filter) throws IOException;

  @Override
  void close() throws IOException;
}

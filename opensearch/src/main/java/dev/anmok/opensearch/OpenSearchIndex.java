package dev.anmok.opensearch;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.TextHit;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A photo index in an OpenSearch cluster. One process at a time may write it, any number may
/// search it meanwhile; a second one that opens it for writing makes the first fail. A search sees
/// the last commit of any process.
///
/// Writes go to the cluster in bounded requests behind the scenes, and are tried again within the
/// retry budget where the cluster has no room for them; [#upsert] and [#delete] wait while enough
/// are under way. What could not be written is told by the next write or by [#commit], by its URI,
/// and the index stays at its last generation: close it and write again from there.
public final class OpenSearchIndex implements PhotoIndex {
  private final Cluster cluster;
  private final IndexStore store;

  OpenSearchIndex(Cluster cluster, IndexStore store) {
    this.cluster = cluster;
    this.store = store;
  }

  /// Opens the index behind an alias for writing and searching, and makes an empty one where there
  /// is none. The cluster stays open when the index is closed.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if it has another layout, other fields to
  ///   filter by or other words; [Rebuild] it from the catalog
  /// @throws IOException if it belongs to another space or another program
  public static OpenSearchIndex open(
      Cluster cluster, IndexChoice choice, VectorSpace space, Schema schema) throws IOException {
    return new OpenSearchIndex(
        cluster, IndexStore.open(new Indexes(cluster, choice, space, schema)));
  }

  /// Opens the index behind an alias for searching only.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException as [#open]
  /// @throws IOException if there is none, or it belongs to another space or another program
  public static OpenSearchIndex openReadOnly(
      Cluster cluster, IndexChoice choice, VectorSpace space, Schema schema) throws IOException {
    return new OpenSearchIndex(
        cluster, IndexStore.openReadOnly(new Indexes(cluster, choice, space, schema)));
  }

  /// Deletes all indexes of an alias, so that it can be built again; none is no error.
  public static void erase(Cluster cluster, IndexChoice choice) throws IOException {
    Indexes.erase(cluster, choice);
  }

  @Override
  public VectorSpace space() {
    return store.space();
  }

  @Override
  public Schema schema() {
    return store.schema();
  }

  @Override
  public void upsert(Collection<IndexedPhoto> photos) throws IOException {
    store.upsert(photos);
  }

  @Override
  public void delete(Collection<String> uris) throws IOException {
    store.delete(uris);
  }

  @Override
  public void commit(long generation) throws IOException {
    store.commit(generation);
  }

  @Override
  public long generation() throws IOException {
    return store.generation();
  }

  @Override
  public long size() throws IOException {
    return cluster.send("GET", "/" + store.name() + "/_count").path("count").asLong();
  }

  @Override
  public List<Hit> search(VectorQuery query) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public List<Hit> scoreItems(Embedding vector, Set<String> items, VectorQuery.Scope scope)
      throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public List<Hit> search(TextQuery query) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public List<Hit> scoreWords(TextQuery query, Collection<String> uris) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public List<TextHit> explain(String text, List<Hit> hits) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public Set<String> passing(Filter filter, Collection<String> uris) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public List<Facet> facets(FacetQuery query) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public long count(VectorQuery.Scope scope, Filter filter) throws IOException {
    throw new UnsupportedOperationException("not here yet");
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}

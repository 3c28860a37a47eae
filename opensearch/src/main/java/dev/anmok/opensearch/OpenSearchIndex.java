package dev.anmok.opensearch;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
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
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A photo index in an OpenSearch cluster. It answers as one on disk does: the same photos in the
/// same order, cosines within 2e-6 of the exact ones, the same scores for words. One process at a
/// time may write it, any number may search it meanwhile; a second one that opens it for writing
/// makes the first fail. A search sees the last commit of any process.
///
/// Writes go to the cluster in bounded requests behind the scenes, and are tried again within the
/// retry budget where the cluster has no room for them; [#upsert] and [#delete] wait while enough
/// are under way. What could not be written is told by the next write or by [#commit], by its URI,
/// and the index stays at its last generation: close it and write again from there.
public final class OpenSearchIndex implements PhotoIndex {
  private final IndexStore store;
  private final Searches searches;
  private final Plans plans;
  private final FewPhotos few;
  private final VectorSearch vectors;
  private final @Nullable ItemRows rows;
  private @Nullable Cluster own;

  OpenSearchIndex(Cluster cluster, IndexStore store) throws IOException {
    this.store = store;
    this.searches = new Searches(cluster, store.name());
    this.plans = new Plans(store.vocabulary(), searches, System::nanoTime);
    this.few = new FewPhotos(searches, store.exactLimit(), System::nanoTime);
    this.vectors = new VectorSearch(searches, store.method());
    this.rows =
        store.isForWriting() ? ItemRows.open(new Searches(cluster, store.written()), store) : null;
  }

  /// Opens the index behind an alias for writing and searching, and makes an empty one where there
  /// is none. The cluster stays open when the index is closed.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if it has another layout, other fields to
  ///   filter by or other words; [Rebuild] it from the catalog
  /// @throws IOException if it belongs to another space or another program, or a word list is wrong
  public static OpenSearchIndex open(
      Cluster cluster,
      IndexChoice choice,
      VectorSpace space,
      Schema schema,
      Dictionaries dictionaries)
      throws IOException {
    var vocabulary = Vocabulary.read(dictionaries);
    return new OpenSearchIndex(
        cluster, IndexStore.open(new Indexes(cluster, choice, space, schema, vocabulary)));
  }

  /// As [#open(Cluster, IndexChoice, VectorSpace, Schema, Dictionaries)], with the word lists that
  /// ship.
  public static OpenSearchIndex open(
      Cluster cluster, IndexChoice choice, VectorSpace space, Schema schema) throws IOException {
    return open(cluster, choice, space, schema, Dictionaries.SHIPPED);
  }

  /// Opens the index behind an alias for searching only.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException as [#open]
  /// @throws dev.anmok.core.search.NoIndexException if there is none
  /// @throws IOException as [#open]
  public static OpenSearchIndex openReadOnly(
      Cluster cluster,
      IndexChoice choice,
      VectorSpace space,
      Schema schema,
      Dictionaries dictionaries)
      throws IOException {
    var vocabulary = Vocabulary.read(dictionaries);
    return new OpenSearchIndex(
        cluster, IndexStore.openReadOnly(new Indexes(cluster, choice, space, schema, vocabulary)));
  }

  /// As [#openReadOnly(Cluster, IndexChoice, VectorSpace, Schema, Dictionaries)], with the word
  /// lists that ship.
  public static OpenSearchIndex openReadOnly(
      Cluster cluster, IndexChoice choice, VectorSpace space, Schema schema) throws IOException {
    return openReadOnly(cluster, choice, space, schema, Dictionaries.SHIPPED);
  }

  /// Makes the connection end with this index.
  ///
  /// @return this
  public OpenSearchIndex closingWith(Cluster cluster) {
    own = cluster;
    return this;
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
    if (photos.isEmpty()) {
      return;
    }
    store.check(photos);
    rows().upserting(photos);
    store.upsert(photos);
  }

  @Override
  public void delete(Collection<String> uris) throws IOException {
    if (uris.isEmpty()) {
      return;
    }
    rows().deleting(uris);
    store.delete(uris);
  }

  @Override
  public void commit(long generation) throws IOException {
    if (rows().isBehind()) {
      store.refresh();
      rows().catchUp();
    }
    store.commit(generation);
    rows().end();
    plans.forget();
    few.forget();
  }

  RebuildTicket ticket() {
    return store.ticket();
  }

  /// Has the next commit count the items of all photos anew: for an index that several wrote at
  /// once, as executors of a cluster job do.
  public void recountItems() {
    rows().remakeAll();
  }

  @Override
  public long generation() throws IOException {
    return store.generation();
  }

  @Override
  public long size() throws IOException {
    return count(Scope.ALL, Filter.none());
  }

  @Override
  public List<Hit> search(VectorQuery query) throws IOException {
    check(query.vector());
    check(query.filter());
    boolean exact =
        switch (query.mode()) {
          case EXACT -> true;
          case APPROXIMATE -> false;
          case AUTO -> few.pass(query.scope(), query.filter());
        };
    return exact ? vectors.exact(query) : vectors.approximate(query);
  }

  @Override
  public List<Hit> scoreItems(Embedding vector, Set<String> items, Scope scope) throws IOException {
    check(vector);
    return vectors.ofItems(vector, items, scope);
  }

  @Override
  public List<Hit> search(TextQuery query) throws IOException {
    check(query.filter());
    return new WordSearch(searches, plans).search(query);
  }

  @Override
  public List<Hit> scoreWords(TextQuery query, Collection<String> uris) throws IOException {
    check(query.filter());
    return new WordSearch(searches, plans).score(query, uris);
  }

  @Override
  public List<TextHit> explain(String text, List<Hit> hits) throws IOException {
    return new WordMatches(searches, plans.of(text)).explain(hits);
  }

  @Override
  public Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException {
    check(vector);
    return vectors.cosines(vector, uris);
  }

  @Override
  public Set<String> passing(Filter filter, Collection<String> uris) throws IOException {
    check(filter);
    return searches.passing(FilterQuery.of(filter), uris);
  }

  @Override
  public List<Facet> facets(FacetQuery query) throws IOException {
    check(query.filter());
    query.fields().forEach(this::check);
    return new FacetCounts(searches).count(query);
  }

  @Override
  public long count(Scope scope, Filter filter) throws IOException {
    check(filter);
    return searches.count(FilterQuery.of(scope, filter));
  }

  @Override
  public void close() throws IOException {
    store.close();
    if (own != null) {
      own.close();
    }
  }

  private ItemRows rows() {
    if (rows == null) {
      throw new IllegalStateException(searches.index() + " was opened for searching only");
    }
    return rows;
  }

  private void check(Filter filter) {
    filter.fields().forEach(this::check);
  }

  private void check(Field field) {
    if (!schema().fields().contains(field)) {
      throw new IllegalArgumentException(
          "the index has no field '%s' of type %s".formatted(field.name(), field.type().code()));
    }
  }

  private void check(Embedding vector) {
    if (!vector.space().equals(space())) {
      throw new IllegalArgumentException(
          "the index holds vectors of %s, not of %s".formatted(space().id(), vector.space().id()));
    }
  }
}

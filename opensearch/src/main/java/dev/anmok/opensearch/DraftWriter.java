package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.words.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Writes photos into the new index of a [Rebuild] that another process began. Any number of
/// processes may do so at once, and write the same photo twice: where two of them, or two rows,
/// write one URI, the row of the higher number stays, in whatever order they come. Used by one
/// thread.
///
/// It leaves the documents that facets count to the rebuild: call [OpenSearchIndex#recountItems]
/// there before it commits.
public final class DraftWriter implements Closeable {
  private final IndexStore store;

  private DraftWriter(IndexStore store) {
    this.store = store;
  }

  /// Joins a rebuild. Nothing is noted in the index, and the cluster stays open when this is
  /// closed.
  ///
  /// @throws IOException if the rebuild has ended, another one has begun, or its index is of
  ///   another space, schema or analysis
  public static DraftWriter join(
      Cluster cluster,
      IndexChoice choice,
      VectorSpace space,
      Schema schema,
      Vocabulary vocabulary,
      RebuildTicket ticket)
      throws IOException {
    var indexes = new Indexes(cluster, choice, space, schema, vocabulary);
    return new DraftWriter(IndexStore.joined(indexes, ticket));
  }

  /// Writes a photo behind the scenes; waits while enough are under way.
  ///
  /// @param row its number among all that are written, 0 to 2^39
  /// @throws IOException if a photo before could not be written, with its URI
  /// @throws IllegalArgumentException if the index cannot hold it
  public void upsert(long row, IndexedPhoto photo) throws IOException {
    store.check(List.of(photo));
    store.upsert(row, photo);
  }

  /// Waits until all photos are stored by their shards.
  ///
  /// @throws IOException if some are not, with their URIs
  public void flush() throws IOException {
    store.flush();
  }

  /// Drops what is not stored yet.
  @Override
  public void close() {
    store.close();
  }
}

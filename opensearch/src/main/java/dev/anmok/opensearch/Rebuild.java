package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// An index that is made anew while the one before it is served. Fill [#index], commit, then
/// [#publish]; closed without that, the new index is deleted and nothing has changed. An index that
/// is served by then stays, whether the cluster's answer to [#publish] came back or not.
public final class Rebuild implements Closeable {
  private final Indexes indexes;
  private final String name;
  private final OpenSearchIndex index;
  private boolean published;

  private Rebuild(Indexes indexes, String name, OpenSearchIndex index) {
    this.indexes = indexes;
    this.name = name;
    this.index = index;
  }

  /// Begins a new index. Drafts of rebuilds that did not end are deleted, so only one at a time may
  /// rebuild an index.
  public static Rebuild begin(
      Cluster cluster,
      IndexChoice choice,
      VectorSpace space,
      Schema schema,
      Dictionaries dictionaries)
      throws IOException {
    var vocabulary = Vocabulary.read(dictionaries);
    var indexes = new Indexes(cluster, choice, space, schema, vocabulary);
    var served = indexes.served();
    var name = indexes.createDraft();
    for (var other : indexes.all()) {
      if (!other.equals(name) && !served.stream().toList().contains(other)) {
        indexes.delete(other);
      }
    }
    var store = IndexStore.writing(indexes, name, name);
    return new Rebuild(indexes, name, new OpenSearchIndex(cluster, store));
  }

  /// As [#begin(Cluster, IndexChoice, VectorSpace, Schema, Dictionaries)], with the word lists that
  /// ship.
  public static Rebuild begin(Cluster cluster, IndexChoice choice, VectorSpace space, Schema schema)
      throws IOException {
    return begin(cluster, choice, space, schema, Dictionaries.SHIPPED);
  }

  /// The new index; empty at first.
  public OpenSearchIndex index() {
    return index;
  }

  /// With which other processes may write into the new index, by a [DraftWriter].
  public RebuildTicket ticket() {
    return index.ticket();
  }

  /// Serves the new index from now on, and deletes the one before. No search falls between them.
  ///
  /// @throws IllegalStateException if nothing was committed
  public void publish() throws IOException {
    if (index.generation() == IndexStamp.NEW) {
      throw new IllegalStateException("commit before publishing " + name);
    }
    var former = indexes.served();
    indexes.serve(name);
    published = true;
    if (former.isPresent() && !former.get().equals(name)) {
      indexes.delete(former.get());
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (!published && !indexes.served().equals(Optional.of(name))) {
      indexes.delete(name);
    }
  }
}

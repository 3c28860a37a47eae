package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The state and the writing side of an [OpenSearchIndex].
final class IndexStore implements Closeable {
  /// Bits of a version that count the writes of one opening.
  private static final int WRITE_BITS = 40;

  private final Indexes indexes;
  private final String name;
  private final String searched;
  private final @Nullable BulkWriter writer;

  /// Rises with every write and every opening for writing, so that a request which a node carries
  /// out late cannot undo a newer one.
  private long version;

  private IndexStore(
      Indexes indexes, String name, String searched, @Nullable BulkWriter writer, long version) {
    this.indexes = indexes;
    this.name = name;
    this.searched = searched;
    this.writer = writer;
    this.version = version;
  }

  /// Opens the index that is served, or makes it.
  static IndexStore open(Indexes indexes) throws IOException {
    var served = indexes.served();
    var name = served.isPresent() ? served.get() : indexes.createServed();
    return writing(indexes, name, indexes.choice().alias());
  }

  /// Opens the index that is served for searching only.
  static IndexStore openReadOnly(Indexes indexes) throws IOException {
    var alias = indexes.choice().alias();
    var served = indexes.served();
    if (served.isEmpty()) {
      throw new IOException(indexes.inWords(alias) + ": there is none; build it from the catalog");
    }
    indexes.checked(served.get());
    return new IndexStore(indexes, served.get(), alias, null, 0);
  }

  /// Opens an index for writing, served or not.
  ///
  /// @param searched the name to search by
  static IndexStore writing(Indexes indexes, String name, String searched) throws IOException {
    var opened = indexes.checked(name).writtenOnceMore();
    indexes.stamp(name, opened);
    var writer =
        new BulkWriter(indexes.cluster(), IndexChoice.writing(name), indexes.choice().bulk());
    return new IndexStore(indexes, name, searched, writer, opened.writers() << WRITE_BITS);
  }

  /// The name to search by.
  String name() {
    return searched;
  }

  VectorSpace space() {
    return indexes.space();
  }

  Schema schema() {
    return indexes.schema();
  }

  void upsert(Collection<IndexedPhoto> photos) throws IOException {
    photos.forEach(photo -> PhotoDocument.check(photo, space()));
    for (var photo : photos) {
      writer().add(BulkAction.upsert(photo, schema(), ++version));
    }
  }

  void delete(Collection<String> uris) throws IOException {
    for (var uri : uris) {
      writer().add(BulkAction.delete(uri, ++version));
    }
  }

  /// Waits until all writes are stored, makes them visible and then notes the state.
  void commit(long generation) throws IOException {
    writer().flush();
    indexes.refresh(name);
    var stamp = indexes.stamp(name);
    if (stamp.writers() != version >> WRITE_BITS) {
      throw new IOException(
          indexes.inWords(name)
              + ": another process has opened it for writing since; only one may at a time");
    }
    indexes.stamp(name, stamp.at(generation));
  }

  long generation() throws IOException {
    return indexes.stamp(searched).generation();
  }

  private BulkWriter writer() {
    if (writer == null) {
      throw new IllegalStateException(indexes.inWords(name) + " was opened for searching only");
    }
    return writer;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}

package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.NoIndexException;
import dev.anmok.core.search.WordColumn;
import dev.anmok.words.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The state and the writing side of an [OpenSearchIndex].
final class IndexStore implements Closeable {
  /// Bits of a version that count the writes of one opening.
  private static final int WRITE_BITS = 40;

  /// Rows that an opening has room for.
  private static final long MOST_ROWS = 1L << (WRITE_BITS - 1);

  private final Indexes indexes;
  private final String name;
  private final String searched;
  private final @Nullable BulkWriter writer;
  private final TextFields texts;

  /// Rises with every write and every opening for writing, so that a request which a node carries
  /// out late cannot undo a newer one.
  private long version;

  private IndexStore(
      Indexes indexes, String name, String searched, @Nullable BulkWriter writer, long version)
      throws IOException {
    this.indexes = indexes;
    this.name = name;
    this.searched = searched;
    this.writer = writer;
    this.texts = new TextFields(indexes.vocabulary());
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
      throw new NoIndexException(
          indexes.inWords(alias) + ": there is none; build it from the catalog");
    }
    indexes.checked(served.get());
    return new IndexStore(indexes, served.get(), alias, null, 0);
  }

  /// Opens an index for writing, served or not.
  ///
  /// @param searched the name to search by
  static IndexStore writing(Indexes indexes, String name, String searched) throws IOException {
    var stamp = indexes.checked(name);
    long opening = openings(indexes, name).next(stamp.writers());
    var writer =
        new BulkWriter(indexes.cluster(), IndexChoice.writing(name), indexes.choice().bulk());
    return new IndexStore(indexes, name, searched, writer, opening << WRITE_BITS);
  }

  /// Opens an index that another process has opened for writing, to write beside it.
  static IndexStore joined(Indexes indexes, RebuildTicket ticket) throws IOException {
    var name = ticket.index();
    indexes.checked(name);
    if (openings(indexes, name).last() != ticket.opening()) {
      throw new IOException(
          indexes.inWords(name) + ": another process has opened it for writing since; begin anew");
    }
    var writer =
        new BulkWriter(indexes.cluster(), IndexChoice.writing(name), indexes.choice().bulk());
    return new IndexStore(indexes, name, name, writer, ticket.opening() << WRITE_BITS);
  }

  /// Lets others write beside this.
  RebuildTicket ticket() {
    return new RebuildTicket(name, version >> WRITE_BITS);
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

  Vocabulary vocabulary() {
    return indexes.vocabulary();
  }

  VectorMethod method() {
    return indexes.choice().method();
  }

  int exactLimit() {
    return indexes.choice().exactLimit();
  }

  boolean isForWriting() {
    return writer != null;
  }

  /// The index that is written, which may be another than the one that is searched by now.
  String written() {
    return name;
  }

  /// Refuses photos that the index cannot hold.
  ///
  /// @throws IllegalArgumentException with what is wrong
  void check(Collection<IndexedPhoto> photos) {
    photos.forEach(photo -> PhotoDocument.check(photo, space()));
    photos.forEach(photo -> WordColumn.check(photo, schema()));
  }

  /// Writes a document that is no photo, or deletes it if it is null.
  ///
  /// @param title for messages
  void write(String title, String id, @Nullable ObjectNode document) throws IOException {
    writer().add(BulkAction.row(title, id, document, ++version));
  }

  /// Waits until all writes are stored.
  void flush() throws IOException {
    writer().flush();
  }

  /// Waits until all writes are stored and makes them visible.
  void refresh() throws IOException {
    writer().flush();
    indexes.refresh(name);
  }

  void upsert(Collection<IndexedPhoto> photos) throws IOException {
    for (var photo : photos) {
      writer().add(BulkAction.upsert(photo, schema(), texts, ++version));
    }
  }

  /// Writes a photo unless a later row of its URI was written, by whomever.
  void upsert(long row, IndexedPhoto photo) throws IOException {
    if (row < 0 || row >= MOST_ROWS) {
      throw new IllegalArgumentException("row must be 0.." + MOST_ROWS + ", was " + row);
    }
    writer().add(BulkAction.row(photo, schema(), texts, version + 1 + row));
  }

  void delete(Collection<String> uris) throws IOException {
    for (var uri : uris) {
      writer().add(BulkAction.delete(uri, ++version));
    }
  }

  /// Waits until all writes are stored, makes them visible and then notes the state. Who opens the
  /// index between the look before and the note is seen by the look after it.
  void commit(long generation) throws IOException {
    refresh();
    checkAlone();
    indexes.stamp(name, indexes.stamp(name).at(generation));
    checkAlone();
  }

  private void checkAlone() throws IOException {
    if (openings(indexes, name).last() != version >> WRITE_BITS) {
      throw new IOException(
          indexes.inWords(name)
              + ": another process has opened it for writing since; only one may at a time");
    }
  }

  private static Openings openings(Indexes indexes, String name) {
    return new Openings(indexes.cluster(), name);
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

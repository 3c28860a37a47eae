package dev.anmok.lucene;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.words.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/// The writing side of a [LuceneIndex]. A commit writes what is new and does small merges; photos
/// are clustered behind the scenes by [BackgroundMerges], which brings a commit of its own.
final class IndexWriting implements Closeable {
  private static final double BUFFER_MEGABYTES = 64;

  private final VectorSpace space;
  private final Schema schema;
  private final Vocabulary vocabulary;
  private final TextFields texts;
  private final BackgroundMerges merges = new BackgroundMerges(this::merged);
  private final IndexWriter writer;

  /// Guards `committed`, `uncommitted` and commits, between the writing thread and merges.
  private final ReentrantLock lock = new ReentrantLock();

  private DirectoryReader committed;
  private boolean uncommitted;
  private volatile boolean closing;
  private volatile Runnable changed = () -> {};

  IndexWriting(
      Directory directory,
      VectorSpace space,
      Schema schema,
      Vocabulary vocabulary,
      IndexLimits limits)
      throws IOException {
    this.space = space;
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.texts = new TextFields(vocabulary);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setCodec(ClusterFormat.codec())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(new ClusterMerges(limits, space.dimension()))
                .setMergeScheduler(merges)
                .setCommitOnClose(false));
    try {
      if (!DirectoryReader.indexExists(directory)) {
        commitStamp(Stamp.NEW);
      }
      this.committed = DirectoryReader.open(directory);
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  /// Starts merges that are due since the index was last open.
  ///
  /// @param onChange told whenever a merge brought a new commit
  void start(Runnable onChange) throws IOException {
    this.changed = onChange;
    writer.maybeMerge();
  }

  void upsert(Collection<IndexedPhoto> photos) throws IOException {
    lock.lock();
    try {
      uncommitted = true;
      for (var photo : photos) {
        var document = PhotoFields.document(photo);
        texts.add(document, photo.texts());
        MetadataFields.add(document, schema, photo.metadata());
        writer.updateDocument(PhotoFields.uri(photo.uri()), document);
      }
    } finally {
      lock.unlock();
    }
  }

  void delete(Collection<String> uris) throws IOException {
    lock.lock();
    try {
      uncommitted = true;
      writer.deleteDocuments(uris.stream().map(PhotoFields::uri).toArray(Term[]::new));
    } finally {
      lock.unlock();
    }
  }

  /// Commits. Small merges that became due are done and committed too; a large one that became due
  /// is begun.
  ///
  /// @throws IOException also if an earlier merge behind the scenes failed
  void commit(long generation) throws IOException {
    merges.check();
    lock.lock();
    try {
      commitStamp(generation);
      uncommitted = false;
      commitMerges();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that is due is merged and clustered.
  void settle() throws IOException {
    do {
      writer.maybeMerge();
    } while (merges.await());
  }

  @Override
  public void close() throws IOException {
    closing = true;
    IOUtils.close(committed, writer);
  }

  /// Number of photos that are in clusters.
  static int clustered(IndexReader reader) {
    return reader.leaves().stream().mapToInt(leaf -> ClusterReader.clustered(leaf.reader())).sum();
  }

  private void merged() throws IOException {
    lock.lock();
    try {
      if (!uncommitted && !closing) {
        commitMerges();
        changed.run();
      }
    } catch (AlreadyClosedException e) {
      if (!closing) {
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private void commitMerges() throws IOException {
    if (writer.hasUncommittedChanges()) {
      writer.commit();
    }
    var newer = DirectoryReader.openIfChanged(committed);
    if (newer != null) {
      committed.close();
      committed = newer;
    }
  }

  private void commitStamp(long generation) throws IOException {
    writer.setLiveCommitData(Stamp.of(space, schema, vocabulary, generation).entrySet());
    writer.commit();
  }
}

package dev.anmok.lucene;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/// The writing side of a [LuceneIndex]. Merges run in the writing thread, so that a commit leaves
/// nothing half done behind.
final class IndexWriting implements Closeable {
  private static final double BUFFER_MEGABYTES = 64;

  private final VectorSpace space;
  private final Schema schema;
  private final Vocabulary vocabulary;
  private final TextFields texts;
  private final int exactLimit;
  private final IndexWriter writer;
  private final Crowds crowds = new Crowds();
  private DirectoryReader committed;

  IndexWriting(
      Directory directory, VectorSpace space, Schema schema, Vocabulary vocabulary, int exactLimit)
      throws IOException {
    this.space = space;
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.texts = new TextFields(vocabulary.analysis());
    this.exactLimit = exactLimit;
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setCodec(GraphFormat.codec(exactLimit))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(new RewriteOnForce())
                .setMergeScheduler(new SerialMergeScheduler())
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

  void upsert(Collection<IndexedPhoto> photos) throws IOException {
    for (var photo : photos) {
      var vector = photo.embedding().toArray();
      var twin = PhotoFields.twin(vector);
      boolean crowded = crowds.join(committed, twin);
      var document = PhotoFields.document(photo, vector, twin, crowded);
      texts.add(document, photo.texts());
      MetadataFields.add(document, schema, photo.metadata());
      writer.updateDocument(PhotoFields.uri(photo.uri()), document);
    }
  }

  void delete(Collection<String> uris) throws IOException {
    writer.deleteDocuments(uris.stream().map(PhotoFields::uri).toArray(Term[]::new));
  }

  /// Commits, then merges what became due, then commits that too: whoever is killed while merging
  /// loses the merge and no photo.
  void commit(long generation) throws IOException {
    commitStamp(generation);
    reopen();
    crowds.committed();
    if (graphIsDue()) {
      writer.forceMerge(1);
    }
    if (writer.hasUncommittedChanges()) {
      writer.commit();
      reopen();
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(committed, writer);
  }

  /// Number of photos that are linked in a graph.
  static int linked(IndexReader reader) throws IOException {
    int linked = 0;
    for (var leaf : reader.leaves()) {
      linked += linked(leaf.reader());
    }
    return linked;
  }

  private void commitStamp(long generation) throws IOException {
    writer.setLiveCommitData(Stamp.of(space, vocabulary, generation).entrySet());
    writer.commit();
  }

  private void reopen() throws IOException {
    var newer = DirectoryReader.openIfChanged(committed);
    if (newer != null) {
      committed.close();
      committed = newer;
    }
  }

  /// Photos that could be in the graph and are not are compared one by one; half as many as `AUTO`
  /// would scan anyway are let be.
  private boolean graphIsDue() throws IOException {
    int unlinked = 0;
    for (var leaf : committed.leaves()) {
      var vectors = leaf.reader().getFloatVectorValues(PhotoFields.VECTOR);
      unlinked += vectors == null ? 0 : vectors.size() - linked(leaf.reader());
    }
    return committed.numDocs() > exactLimit && unlinked > exactLimit / 2;
  }

  private static int linked(LeafReader segment) throws IOException {
    return segment instanceof CodecReader reader
            && reader.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
            && fields.getFieldReader(PhotoFields.VECTOR) instanceof HnswGraphProvider graphs
        ? graphs.getGraph(PhotoFields.VECTOR).size()
        : 0;
  }
}

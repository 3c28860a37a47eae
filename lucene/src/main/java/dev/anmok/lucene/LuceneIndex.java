package dev.anmok.lucene;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.NoIndexException;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.TextHit;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// A photo index in a folder. One process at a time may write it, any number may read it meanwhile.
/// A search sees the last commit of this object, or for a read-only index the last commit when it
/// was opened.
///
/// Exact searches return the exact ranking: scans only rule photos out by proven bounds, and what
/// is left is compared in double precision. Scores are therefore the same bits on every machine and
/// in every mode. Approximate searches may miss photos; they find all equals of the photos that
/// they find.
///
/// Once the index outgrows [IndexLimits#exactLimit] its photos are clustered behind the scenes:
/// commits and searches go on meanwhile, and photos that are in no cluster yet are compared one by
/// one ([#clustered] tells how many are). [#settle] waits for it.
public final class LuceneIndex implements PhotoIndex {
  /// Up to this size an index is verified whenever it is opened; a larger one only for writing.
  private static final long VERIFIED_BYTES = 64L << 20;

  private final Path folder;
  private final VectorSpace space;
  private final Schema schema;
  private final Plans plans;
  private final FSDirectory directory;
  private final @Nullable IndexWriting writing;
  private final SearcherManager searchers;
  private final Scopes scopes = new Scopes(Scopes.MAX_BYTES);
  private final ExactScan scan;
  private final ClusterSearch clusters;
  private final ItemOrdinals items = new ItemOrdinals();

  private LuceneIndex(
      Path folder,
      VectorSpace space,
      Schema schema,
      IndexLimits limits,
      Vocabulary vocabulary,
      FSDirectory directory,
      @Nullable IndexWriting writing)
      throws IOException {
    this.folder = folder;
    this.space = space;
    this.schema = schema;
    this.plans = new Plans(vocabulary);
    this.directory = directory;
    this.writing = writing;
    this.searchers = new SearcherManager(directory, new WordScoring());
    this.scan = new ExactScan(new CompactSegments(limits.scanBytes()), scopes);
    this.clusters = new ClusterSearch(scopes, scan, limits.exactLimit());
    if (writing != null) {
      writing.start(this::refresh);
    }
  }

  /// Opens an index for writing and searching, and makes an empty one in a new or empty folder. Its
  /// files are verified first.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if its files cannot be read, or it has
  ///   other fields to filter by; [#erase] it and fill it from the catalog
  /// @throws IOException if it belongs to another space or another process is writing it
  public static LuceneIndex open(Path folder, VectorSpace space) throws IOException {
    return open(folder, space, Schema.EMPTY, IndexLimits.DEFAULT);
  }

  /// As [#open(Path, VectorSpace)], with fields to filter by and limits of one's own.
  public static LuceneIndex open(Path folder, VectorSpace space, Schema schema, IndexLimits limits)
      throws IOException {
    return open(folder, space, schema, limits, Dictionaries.SHIPPED);
  }

  /// As [#open(Path, VectorSpace, Schema, IndexLimits)], with word lists of one's own.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException also if it was made with other nouns
  /// @throws IOException also if a word list is wrong, with its line
  public static LuceneIndex open(
      Path folder, VectorSpace space, Schema schema, IndexLimits limits, Dictionaries dictionaries)
      throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file; an index needs a folder of its own");
    }
    Files.createDirectories(folder);
    return open(folder, space, schema, limits, Vocabulary.read(dictionaries), true);
  }

  /// Opens an index for searching only; it takes no lock.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if its files cannot be read
  /// @throws NoIndexException if there is none
  /// @throws IOException if it belongs to another space
  public static LuceneIndex openReadOnly(Path folder, VectorSpace space) throws IOException {
    return openReadOnly(folder, space, Schema.EMPTY);
  }

  /// As [#openReadOnly(Path, VectorSpace)], of an index with fields to filter by.
  public static LuceneIndex openReadOnly(Path folder, VectorSpace space, Schema schema)
      throws IOException {
    return openReadOnly(folder, space, schema, Dictionaries.SHIPPED);
  }

  /// As [#openReadOnly(Path, VectorSpace, Schema)], with word lists of one's own.
  ///
  /// @throws IOException also if a word list is wrong, with its line
  public static LuceneIndex openReadOnly(
      Path folder, VectorSpace space, Schema schema, Dictionaries dictionaries) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw noIndex(folder);
    }
    return open(folder, space, schema, IndexLimits.DEFAULT, Vocabulary.read(dictionaries), false);
  }

  /// Deletes the files of an index, damaged or not, so that it can be built again; a folder without
  /// one is no error.
  public static void erase(Path folder) throws IOException {
    IndexFolder.erase(folder);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void upsert(Collection<IndexedPhoto> photos) throws IOException {
    for (var photo : photos) {
      check(photo.embedding());
      PhotoFields.check(photo, schema);
    }
    writing().upsert(photos);
  }

  @Override
  public void delete(Collection<String> uris) throws IOException {
    writing().delete(uris);
  }

  @Override
  public void commit(long generation) throws IOException {
    writing().commit(generation);
    searchers.maybeRefreshBlocking();
  }

  /// Waits until all clusters that are due are built and searched. A program that ends after it
  /// wrote calls this; one that goes on need not.
  ///
  /// @throws IOException if a build failed; what was committed is there all the same
  public void settle() throws IOException {
    writing().settle();
    searchers.maybeRefreshBlocking();
  }

  @Override
  public long generation() throws IOException {
    return read(searcher -> {
      var reader = (DirectoryReader) searcher.getIndexReader();
      return Stamp.generation(reader.getIndexCommit().getUserData());
    });
  }

  @Override
  public long size() throws IOException {
    return read(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /// Number of photos in clusters after the last commit; deleted ones count until their part of the
  /// index is rewritten.
  public long clustered() throws IOException {
    return read(searcher -> (long) IndexWriting.clustered(searcher.getIndexReader()));
  }

  /// Photos in clusters, by what these hold of their vectors.
  public Map<VectorFormat, Long> formats() throws IOException {
    return read(searcher -> ClusterReader.formats(searcher.getIndexReader()));
  }

  /// Reads every file and compares its checksum, which takes a second for each gigabyte or so.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if a bit of them changed
  public void verify() throws IOException {
    read(searcher -> {
      for (var leaf : searcher.getIndexReader().leaves()) {
        if (leaf.reader() instanceof CodecReader reader) {
          reader.checkIntegrity();
        }
      }
      return size();
    });
  }

  @Override
  public List<Hit> search(VectorQuery query) throws IOException {
    check(query.vector());
    check(query.filter());
    return read(searcher -> {
      var candidates =
          exact(searcher, query)
              ? scan.candidates(searcher, query)
              : clusters.candidates(searcher, query);
      return Ranking.best(searcher, candidates, query.vector().toArray(), query.k());
    });
  }

  @Override
  public List<Hit> scoreItems(Embedding vector, Set<String> items, VectorQuery.Scope scope)
      throws IOException {
    check(vector);
    var terms = items.stream().map(BytesRef::new).toList();
    return read(searcher -> {
      var documents = TermLookup.documents(searcher, PhotoFields.ITEM, terms, scope);
      return Ranking.bestOfItems(searcher, documents, vector.toArray());
    });
  }

  @Override
  public List<Hit> search(TextQuery query) throws IOException {
    check(query.filter());
    return read(searcher -> new WordSearch(searcher, plans, scopes).search(query));
  }

  @Override
  public List<Hit> scoreWords(TextQuery query, Collection<String> uris) throws IOException {
    return read(searcher -> new WordSearch(searcher, plans, scopes).score(query, uris));
  }

  @Override
  public List<TextHit> explain(String text, List<Hit> hits) throws IOException {
    return read(searcher -> new WordMatches(searcher, plans.of(searcher, text)).explain(hits));
  }

  @Override
  public Map<String, Float> cosines(Embedding vector, Collection<String> uris) throws IOException {
    check(vector);
    var terms = uris.stream().map(BytesRef::new).toList();
    return read(searcher -> {
      var documents = TermLookup.documents(searcher, PhotoFields.URI, terms, VectorQuery.Scope.ALL);
      return Ranking.cosines(searcher, documents, vector.toArray());
    });
  }

  @Override
  public Set<String> passing(Filter filter, Collection<String> uris) throws IOException {
    check(filter);
    var terms = uris.stream().map(BytesRef::new).toList();
    return read(searcher -> {
      var documents = TermLookup.documents(searcher, PhotoFields.URI, terms, VectorQuery.Scope.ALL);
      return Passing.uris(documents, scopes.of(searcher, VectorQuery.Scope.ALL, filter));
    });
  }

  @Override
  public List<Facet> facets(FacetQuery query) throws IOException {
    check(query.filter());
    query.fields().forEach(this::check);
    return read(searcher -> new FacetCounts(searcher, scopes, items).count(query));
  }

  @Override
  public long count(VectorQuery.Scope scope, Filter filter) throws IOException {
    check(filter);
    return read(searcher -> (long) scopes.count(searcher, scope, filter));
  }

  /// Closes the index; what was written since the last commit is dropped.
  @Override
  public void close() throws IOException {
    searchers.close();
    if (writing != null) {
      writing.close();
    }
    directory.close();
  }

  private static LuceneIndex open(
      Path folder,
      VectorSpace space,
      Schema schema,
      IndexLimits limits,
      Vocabulary vocabulary,
      boolean forWriting)
      throws IOException {
    var directory = FSDirectory.open(folder);
    IndexWriting writing = null;
    try {
      boolean exists = IndexFolder.holdsCommit(folder, directory);
      if (exists) {
        Stamp.check(
            SegmentInfos.readLatestCommit(directory).getUserData(),
            space,
            schema,
            vocabulary,
            folder);
      } else if (!forWriting) {
        throw noIndex(folder);
      }
      if (forWriting) {
        writing = new IndexWriting(directory, space, schema, vocabulary, limits);
      }
      var index = new LuceneIndex(folder, space, schema, limits, vocabulary, directory, writing);
      if (forWriting || IndexFolder.bytes(folder) <= VERIFIED_BYTES) {
        index.verify();
      }
      return index;
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(writing, directory);
      throw IndexFolder.explain(folder, e);
    }
  }

  private static NoIndexException noIndex(Path folder) {
    return new NoIndexException(folder + " holds no index; build one first");
  }

  private boolean exact(IndexSearcher searcher, VectorQuery query) throws IOException {
    return switch (query.mode()) {
      case EXACT -> true;
      case APPROXIMATE -> false;
      case AUTO -> IndexWriting.clustered(searcher.getIndexReader()) == 0;
    };
  }

  private void check(Filter filter) {
    filter.fields().forEach(this::check);
  }

  private void check(Field field) {
    if (!schema.fields().contains(field)) {
      throw new IllegalArgumentException(
          "the index has no field '%s' of type %s".formatted(field.name(), field.type().code()));
    }
  }

  private void check(Embedding vector) {
    if (!vector.space().equals(space)) {
      throw new IllegalArgumentException(
          "the index holds vectors of %s, not of %s".formatted(space.id(), vector.space().id()));
    }
  }

  private void refresh() {
    try {
      searchers.maybeRefresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IndexWriting writing() throws IOException {
    if (writing == null) {
      throw new IOException(folder + " was opened for searching only");
    }
    return writing;
  }

  private <T> T read(Reading<T> reading) throws IOException {
    var searcher = searchers.acquire();
    try {
      return reading.of(searcher);
    } catch (IOException e) {
      throw IndexFolder.explain(folder, e);
    } finally {
      searchers.release(searcher);
    }
  }

  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }
}

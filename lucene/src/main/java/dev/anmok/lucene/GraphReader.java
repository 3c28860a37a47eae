package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.jspecify.annotations.Nullable;

/// A graph over bytes; beside what Lucene asks for it hands out the bytes themselves.
final class GraphReader extends KnnVectorsReader implements HnswGraphProvider {
  private final ByteVectorsReader vectors;
  private final Lucene99HnswVectorsReader graph;
  private volatile @Nullable EntryPoints entryPoints;

  GraphReader(SegmentReadState state, ByteVectorsFormat format) throws IOException {
    this.vectors = format.open(state);
    try {
      this.graph = new Lucene99HnswVectorsReader(state, vectors);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(vectors);
      throw e;
    }
  }

  /// Number of photos that a segment's graph links.
  static int linked(LeafReader segment, String field) throws IOException {
    return reader(segment, field) instanceof HnswGraphProvider provider
        ? provider.getGraph(field).size()
        : 0;
  }

  /// Numbers of photos in graphs, by what the graphs compare.
  static Map<VectorFormat, Long> graphs(IndexReader index) throws IOException {
    var graphs = new EnumMap<VectorFormat, Long>(VectorFormat.class);
    for (var leaf : index.leaves()) {
      var format = format(leaf.reader());
      if (format.isPresent()) {
        graphs.merge(format.get(), (long) linked(leaf.reader(), PhotoFields.VECTOR), Long::sum);
      }
    }
    return graphs;
  }

  /// What a segment's graph compares, if it has one.
  static Optional<VectorFormat> format(LeafReader segment) {
    return segment instanceof SegmentReader reader
        ? Optional.ofNullable(GraphFormat.vectors(reader.getSegmentInfo().info))
        : Optional.empty();
  }

  /// The bytes of a segment's vectors, if it has a graph over bytes.
  static Optional<ByteRows> rows(LeafReader segment, String field) {
    return reader(segment, field) instanceof GraphReader reader
        ? reader.vectors.rows(field)
        : Optional.empty();
  }

  /// Where walks through the graph of a segment begin, if it has a graph over bytes.
  static Optional<EntryPoints> entryPoints(LeafReader segment, String field) {
    return reader(segment, field) instanceof GraphReader reader
        ? reader.vectors.rows(field).map(reader::entryPoints)
        : Optional.empty();
  }

  private EntryPoints entryPoints(ByteRows rows) {
    var known = entryPoints;
    if (known == null) {
      known = new EntryPoints(rows);
      entryPoints = known;
    }
    return known;
  }

  private static Object reader(LeafReader segment, String field) {
    if (segment instanceof CodecReader reader
        && reader.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields) {
      var found = fields.getFieldReader(field);
      return found == null ? Optional.empty() : found;
    }
    return Optional.empty();
  }

  @Override
  public HnswGraph getGraph(String field) throws IOException {
    return graph.getGraph(field);
  }

  @Override
  public void checkIntegrity() throws IOException {
    graph.checkIntegrity();
  }

  @Override
  public FloatVectorValues getFloatVectorValues(String field) throws IOException {
    return graph.getFloatVectorValues(field);
  }

  @Override
  public ByteVectorValues getByteVectorValues(String field) throws IOException {
    return graph.getByteVectorValues(field);
  }

  @Override
  public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    graph.search(field, target, collector, accepted);
  }

  @Override
  public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    graph.search(field, target, collector, accepted);
  }

  @Override
  public KnnVectorsReader getMergeInstance() throws IOException {
    return graph.getMergeInstance();
  }

  @Override
  public void finishMerge() throws IOException {
    graph.finishMerge();
  }

  @Override
  public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
    return graph.getOffHeapByteSize(field);
  }

  @Override
  public void close() throws IOException {
    graph.close();
  }
}

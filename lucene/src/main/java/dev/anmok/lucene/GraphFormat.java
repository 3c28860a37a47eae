package dev.anmok.lucene;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/// How vectors and graphs lie in the files of a segment. What is written first has no graph; a
/// [GraphMerge] notes a [VectorFormat] with its segment and so gets a graph over such vectors. The
/// graph itself is Lucene's HNSW.
///
/// Public for Lucene, which looks it up by name to read a segment.
public final class GraphFormat extends KnnVectorsFormat {
  /// What a segment with a graph says about its vectors.
  static final String VECTORS = "anmok.vectors";

  private static final int MAX_CONNECTIONS = 16;
  private static final int BUILD_BEAM = 100;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int ALWAYS = 0;

  private final KnnVectorsFormat flat =
      new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BUILD_BEAM, NEVER);
  private final KnnVectorsFormat floats =
      new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BUILD_BEAM, ALWAYS);
  private final KnnVectorsFormat bits =
      new Lucene104HnswScalarQuantizedVectorsFormat(
          ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE, MAX_CONNECTIONS, BUILD_BEAM, 1, null, ALWAYS);
  private final ByteVectorsFormat bytes;
  private final int workers;
  private final @Nullable TaskExecutor executor;

  /// For reading, by Lucene.
  public GraphFormat() {
    this(() -> false, 1, null);
  }

  private GraphFormat(BooleanSupplier stopped, int workers, @Nullable TaskExecutor executor) {
    super("AnmokGraphs");
    this.bytes = new ByteVectorsFormat(stopped);
    this.workers = workers;
    this.executor = executor;
  }

  /// A codec for writing.
  ///
  /// @param stopped told true, a graph over bytes that is being built is given up
  /// @param workers number of threads that build a graph together
  /// @param executor runs them
  static Lucene104Codec codec(BooleanSupplier stopped, int workers, Executor executor) {
    var format = new GraphFormat(stopped, workers, new TaskExecutor(executor));
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return field.equals(PhotoFields.VECTOR) ? format : format.flat;
      }
    };
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return switch (vectors(state.segmentInfo)) {
      case null -> flat.fieldsWriter(state);
      case FLOAT32 -> floats.fieldsWriter(state);
      case ONE_BIT -> bits.fieldsWriter(state);
      case INT8 ->
          new Lucene99HnswVectorsWriter(
              state,
              MAX_CONNECTIONS,
              BUILD_BEAM,
              bytes,
              bytes.fieldsWriter(state),
              workers,
              executor,
              ALWAYS);
    };
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return switch (vectors(state.segmentInfo)) {
      case null -> flat.fieldsReader(state);
      case FLOAT32 -> floats.fieldsReader(state);
      case ONE_BIT -> bits.fieldsReader(UnmappedFloats.of(state));
      case INT8 -> new GraphReader(state, bytes);
    };
  }

  @Override
  public int getMaxDimensions(String fieldName) {
    return flat.getMaxDimensions(fieldName);
  }

  /// What the graph of a segment compares, or null if it has no graph.
  static @Nullable VectorFormat vectors(SegmentInfo segment) {
    var name = segment.getAttribute(VECTORS);
    return name == null ? null : VectorFormat.valueOf(name);
  }
}

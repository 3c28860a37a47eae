package dev.anmok.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.jspecify.annotations.Nullable;

/// How vectors lie in the files of a segment: Lucene's float vectors, and beside them, where a
/// [ClusterMerge] noted a [VectorFormat] with the segment, an inverted file: the rows in that
/// format, cluster by cluster.
///
/// Two files more: `.vac` has the clusters' centres, the rows' codes and figures, and which photo a
/// row is; `.vam` says where they lie and where each cluster begins.
///
/// Public for Lucene, which looks it up by name to read a segment.
public final class ClusterFormat extends KnnVectorsFormat {
  /// What a clustered segment says about its vectors.
  static final String VECTORS = "anmok.vectors";

  static final String NAME = "AnmokClusters";
  static final String DATA = "vac";
  static final String META = "vam";
  static final int VERSION = 0;

  private static final int MAX_DIMENSION = 4_096;

  private static final FlatVectorsFormat FLOATS =
      new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

  /// For Lucene.
  public ClusterFormat() {
    super(NAME);
  }

  /// A codec for writing.
  static Lucene104Codec codec() {
    var format = new ClusterFormat();
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return format;
      }
    };
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    var format = vectors(state.segmentInfo);
    var floats = FLOATS.fieldsWriter(state);
    return format == null ? floats : new ClusterWriter(state, floats, format);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    var format = vectors(state.segmentInfo);
    return switch (format) {
      case null -> FLOATS.fieldsReader(state);
      case FLOAT32 -> new ClusterReader(state, FLOATS.fieldsReader(state), format);
      case INT8, ONE_BIT ->
          new ClusterReader(state, FLOATS.fieldsReader(UnmappedFloats.of(state)), format);
    };
  }

  @Override
  public int getMaxDimensions(String fieldName) {
    return MAX_DIMENSION;
  }

  /// What the rows of a segment's clusters are held in, or null if it has none.
  static @Nullable VectorFormat vectors(SegmentInfo segment) {
    var name = segment.getAttribute(VECTORS);
    return name == null ? null : VectorFormat.valueOf(name);
  }
}

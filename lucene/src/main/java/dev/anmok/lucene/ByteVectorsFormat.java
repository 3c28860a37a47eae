package dev.anmok.lucene;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/// Lucene's float vectors, and beside them the [dev.anmok.core.embed.ByteRows] of what a merge
/// wrote.
///
/// Two files: `.vac` has the codes of all rows and then their figures, `.vam` says where they lie
/// and around which centre.
final class ByteVectorsFormat extends FlatVectorsFormat {
  static final String NAME = "AnmokBytes";
  static final String DATA = "vac";
  static final String META = "vam";
  static final int VERSION = 0;

  private static final FlatVectorsFormat FLOATS =
      new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

  private final BooleanSupplier stopped;

  /// @param stopped told true, a graph that is being built is given up
  ByteVectorsFormat(BooleanSupplier stopped) {
    super(NAME);
    this.stopped = stopped;
  }

  @Override
  public FlatVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return new ByteVectorsWriter(state, FLOATS.fieldsWriter(state));
  }

  @Override
  public FlatVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return open(state);
  }

  ByteVectorsReader open(SegmentReadState state) throws IOException {
    return new ByteVectorsReader(state, FLOATS.fieldsReader(UnmappedFloats.of(state)), stopped);
  }
}

package dev.anmok.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IOContext;

/// Lucene's HNSW format with one rule more: only a merge that makes a segment of more than
/// `graphless` photos builds a graph. What is written first has none, so a first build links every
/// photo once instead of at every step up. On disk it is Lucene's own format, which reads it.
final class GraphFormat extends KnnVectorsFormat {
  private static final int MAX_CONNECTIONS = 16;
  private static final int BUILD_BEAM = 100;
  private static final int NEVER = Integer.MAX_VALUE;

  private final int graphless;
  private final KnnVectorsFormat graph =
      new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BUILD_BEAM, 0);
  private final KnnVectorsFormat flat =
      new Lucene99HnswVectorsFormat(MAX_CONNECTIONS, BUILD_BEAM, NEVER);

  private GraphFormat(int graphless) {
    super("Lucene99HnswVectorsFormat");
    this.graphless = graphless;
  }

  static Lucene104Codec codec(int graphless) {
    var format = new GraphFormat(graphless);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return field.equals(PhotoFields.VECTOR) ? format : format.flat;
      }
    };
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    boolean large =
        state.context.context() == IOContext.Context.MERGE
            && state.context.mergeInfo().totalMaxDoc() > graphless;
    return (large ? graph : flat).fieldsWriter(state);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return graph.fieldsReader(state);
  }

  @Override
  public int getMaxDimensions(String fieldName) {
    return graph.getMaxDimensions(fieldName);
  }
}

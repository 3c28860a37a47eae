package dev.anmok.lucene;

import dev.anmok.core.embed.BitRows;
import dev.anmok.core.embed.ByteRows;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.DataAccessHint;
import org.apache.lucene.store.FileDataHint;
import org.apache.lucene.store.FileTypeHint;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.apache.lucene.util.IOUtils;

/// Reads what [ClusterWriter] wrote. Where a file cannot be mapped in one piece, floats are
/// compared one by one instead.
final class ClusterReader extends KnnVectorsReader {
  private final FlatVectorsReader floats;
  private final VectorFormat format;
  private final Map<String, ClusteredRows> rows = new HashMap<>();
  private final IndexInput data;

  ClusterReader(SegmentReadState state, FlatVectorsReader floats, VectorFormat format)
      throws IOException {
    this.floats = floats;
    this.format = format;
    IndexInput opened = null;
    try {
      opened =
          state.directory.openInput(
              name(state, ClusterFormat.DATA),
              state.context.withHints(
                  FileTypeHint.DATA, FileDataHint.KNN_VECTORS, DataAccessHint.RANDOM));
      this.data = opened;
      checkHeader(state, data);
      CodecUtil.retrieveChecksum(data);
      readMeta(state);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened, floats);
      throw e;
    }
  }

  /// The clusters of a segment, if it has any.
  static Optional<ClusteredRows> rows(LeafReader segment) {
    return segment instanceof CodecReader reader
            && reader.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
            && fields.getFieldReader(PhotoFields.VECTOR) instanceof ClusterReader clusters
        ? Optional.ofNullable(clusters.rows.get(PhotoFields.VECTOR))
        : Optional.empty();
  }

  /// Number of photos in the clusters of a segment.
  static int clustered(LeafReader segment) {
    return rows(segment).map(ClusteredRows::count).orElse(0);
  }

  /// Numbers of photos in clusters, by what these hold.
  static Map<VectorFormat, Long> formats(IndexReader index) {
    var formats = new EnumMap<VectorFormat, Long>(VectorFormat.class);
    for (var leaf : index.leaves()) {
      rows(leaf.reader())
          .ifPresent(held -> formats.merge(held.format(), (long) held.count(), Long::sum));
    }
    return formats;
  }

  @Override
  public void checkIntegrity() throws IOException {
    floats.checkIntegrity();
    CodecUtil.checksumEntireFile(data);
  }

  @Override
  public FloatVectorValues getFloatVectorValues(String field) throws IOException {
    return floats.getFloatVectorValues(field);
  }

  @Override
  public ByteVectorValues getByteVectorValues(String field) throws IOException {
    return floats.getByteVectorValues(field);
  }

  /// Collects nothing: [ClusterSearch] asks for [#rows].
  @Override
  public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    floats.search(field, target, collector, accepted);
  }

  /// Collects nothing.
  @Override
  public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    floats.search(field, target, collector, accepted);
  }

  @Override
  public KnnVectorsReader getMergeInstance() throws IOException {
    return floats.getMergeInstance();
  }

  @Override
  public void finishMerge() throws IOException {
    floats.finishMerge();
  }

  @Override
  public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
    return KnnVectorsReader.mergeOffHeapByteSizeMaps(
        floats.getOffHeapByteSize(field), Map.of(ClusterFormat.DATA, data.length()));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(data, floats);
  }

  private void readMeta(SegmentReadState state) throws IOException {
    try (var meta = state.directory.openChecksumInput(name(state, ClusterFormat.META))) {
      Throwable problem = null;
      try {
        checkHeader(state, meta);
        for (int n = meta.readInt(); n != ClusterWriter.END; n = meta.readInt()) {
          var field = state.fieldInfos.fieldInfo(n);
          if (field == null) {
            throw new CorruptIndexException("no field has number " + n, meta);
          }
          readField(field, meta);
        }
      } catch (IOException | RuntimeException e) {
        problem = e;
      } finally {
        CodecUtil.checkFooter(meta, problem);
      }
    }
  }

  private void readField(FieldInfo field, ChecksumIndexInput meta) throws IOException {
    int count = meta.readVInt();
    int dimension = meta.readVInt();
    if (dimension != field.getVectorDimension()) {
      throw new CorruptIndexException("vectors of another dimension: " + dimension, meta);
    }
    int clusters = meta.readVInt();
    float spread = Float.intBitsToFloat(meta.readInt());
    var mean = floats(meta, dimension);
    var lengths = floats(meta, clusters);
    var starts = new int[clusters + 1];
    for (int cluster = 0; cluster < clusters; cluster++) {
      starts[cluster + 1] = starts[cluster] + meta.readVInt();
    }
    var parts =
        slices(
            meta,
            (long) clusters * dimension,
            clusters * figureBytes(VectorFormat.INT8),
            (long) count * format.codeBytes(dimension),
            count * figureBytes(format),
            count * (long) Integer.BYTES,
            count * (long) Integer.BYTES);
    if (!parts.isEmpty()) {
      var centres = new ByteRows(mean, clusters, parts.get(0), parts.get(1));
      var ordinals = parts.get(4);
      rows.put(
          field.name,
          new ClusteredRows(
              format,
              new ClusterTable(starts, lengths, spread, centres),
              comparison(field.name, mean, count, parts.get(2), parts.get(3), ordinals),
              ordinals,
              parts.get(5)));
    }
  }

  private ClusteredRows.Comparison comparison(
      String field,
      float[] mean,
      int count,
      MemorySegment codes,
      MemorySegment figures,
      MemorySegment ordinals) {
    return switch (format) {
      case FLOAT32 ->
          vector -> FloatBounds.of(floats.getRandomVectorScorer(field, vector), ordinals);
      case INT8 -> {
        var held = new ByteRows(mean, count, codes, figures);
        yield vector -> new ByteBounds(held.probe(vector));
      }
      case ONE_BIT -> {
        var held = new BitRows(mean, count, codes, figures);
        yield vector -> held.probe(vector)::bounds;
      }
    };
  }

  /// Parts of the data of these sizes, at places that the meta file tells; none if they are not
  /// mapped in one piece.
  private List<MemorySegment> slices(ChecksumIndexInput meta, long... sizes) throws IOException {
    var parts = new ArrayList<MemorySegment>();
    boolean whole = true;
    for (long size : sizes) {
      long at = meta.readVLong();
      var part =
          data instanceof MemorySegmentAccessInput mapped
              ? mapped.segmentSliceOrNull(at, size)
              : null;
      whole &= part != null;
      if (part != null) {
        parts.add(part);
      }
    }
    return whole ? parts : List.of();
  }

  private static long figureBytes(VectorFormat format) {
    return format.figures() * (long) Float.BYTES;
  }

  private static float[] floats(ChecksumIndexInput meta, int count) throws IOException {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(meta.readInt());
    }
    return values;
  }

  private static void checkHeader(SegmentReadState state, IndexInput in) throws IOException {
    CodecUtil.checkIndexHeader(
        in,
        ClusterFormat.NAME,
        ClusterFormat.VERSION,
        ClusterFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  private static String name(SegmentReadState state, String extension) {
    return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
  }
}

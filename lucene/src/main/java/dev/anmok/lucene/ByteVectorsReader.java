package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.DataAccessHint;
import org.apache.lucene.store.FileDataHint;
import org.apache.lucene.store.FileTypeHint;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/// Reads what [ByteVectorsWriter] wrote. Where a file cannot be mapped in one piece, floats are
/// compared instead.
final class ByteVectorsReader extends FlatVectorsReader {
  private final FlatVectorsReader floats;
  private final BooleanSupplier stopped;
  private final Map<String, ByteRows> rows = new HashMap<>();
  private final Map<String, Long> bytes = new HashMap<>();
  private final IndexInput data;

  ByteVectorsReader(SegmentReadState state, FlatVectorsReader floats, BooleanSupplier stopped)
      throws IOException {
    this.floats = floats;
    this.stopped = stopped;
    IndexInput opened = null;
    try {
      opened =
          state.directory.openInput(
              name(state, ByteVectorsFormat.DATA),
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

  /// The bytes of a field, if a merge wrote them.
  Optional<ByteRows> rows(String field) {
    return Optional.ofNullable(rows.get(field));
  }

  @Override
  public FlatVectorsScorer getFlatVectorScorer(String field) throws IOException {
    var held = rows.get(field);
    var plain = floats.getFlatVectorScorer(field);
    return held == null ? plain : new ByteScorers(held, plain, stopped);
  }

  @Override
  public @Nullable RandomVectorScorer getRandomVectorScorer(String field, float[] target)
      throws IOException {
    var held = rows.get(field);
    return held == null
        ? floats.getRandomVectorScorer(field, target)
        : ByteScorers.scorer(held, floats.getFloatVectorValues(field), target);
  }

  @Override
  public @Nullable RandomVectorScorer getRandomVectorScorer(String field, byte[] target)
      throws IOException {
    return floats.getRandomVectorScorer(field, target);
  }

  @Override
  public FloatVectorValues getFloatVectorValues(String field) throws IOException {
    return floats.getFloatVectorValues(field);
  }

  @Override
  public ByteVectorValues getByteVectorValues(String field) throws IOException {
    return floats.getByteVectorValues(field);
  }

  @Override
  public void checkIntegrity() throws IOException {
    floats.checkIntegrity();
    CodecUtil.checksumEntireFile(data);
  }

  @Override
  public FlatVectorsReader getMergeInstance() throws IOException {
    return floats.getMergeInstance();
  }

  @Override
  public void finishMerge() throws IOException {
    floats.finishMerge();
  }

  @Override
  public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
    return KnnVectorsReader.mergeOffHeapByteSizeMaps(
        floats.getOffHeapByteSize(field),
        Map.of(ByteVectorsFormat.DATA, bytes.getOrDefault(field.name, 0L)));
  }

  @Override
  public long ramBytesUsed() {
    return floats.ramBytesUsed();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(data, floats);
  }

  private void readMeta(SegmentReadState state) throws IOException {
    try (var meta = state.directory.openChecksumInput(name(state, ByteVectorsFormat.META))) {
      Throwable problem = null;
      try {
        checkHeader(state, meta);
        for (int n = meta.readInt(); n != ByteVectorsWriter.END; n = meta.readInt()) {
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
    long codesAt = meta.readVLong();
    long figuresAt = meta.readVLong();
    var centre = new float[dimension];
    meta.readFloats(centre, 0, dimension);
    long codeBytes = (long) count * dimension;
    long figureBytes = (long) count * ByteRows.FIGURES * Float.BYTES;
    if (data instanceof MemorySegmentAccessInput mapped) {
      var codes = mapped.segmentSliceOrNull(codesAt, codeBytes);
      var figures = mapped.segmentSliceOrNull(figuresAt, figureBytes);
      if (codes != null && figures != null) {
        rows.put(field.name, new ByteRows(centre, count, codes, figures));
        bytes.put(field.name, codeBytes + figureBytes);
      }
    }
  }

  private static void checkHeader(SegmentReadState state, IndexInput in) throws IOException {
    CodecUtil.checkIndexHeader(
        in,
        ByteVectorsFormat.NAME,
        ByteVectorsFormat.VERSION,
        ByteVectorsFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  private static String name(SegmentReadState state, String extension) {
    return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
  }
}

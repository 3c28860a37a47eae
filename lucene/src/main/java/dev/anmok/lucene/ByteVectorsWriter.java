package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.hnsw.FlatFieldVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/// Writes floats, and the bytes of those that come from a merge. Memory: the figures of a field's
/// rows, 16 bytes a photo.
final class ByteVectorsWriter extends FlatVectorsWriter {
  static final int END = -1;

  /// Rows of a cache line each, for dimensions that are multiples of 64.
  private static final int ALIGNMENT = 64;

  private static final int CENTRE_SAMPLE = 5_000;

  private final FlatVectorsWriter floats;
  private final IndexOutput meta;
  private final IndexOutput data;

  ByteVectorsWriter(SegmentWriteState state, FlatVectorsWriter floats) throws IOException {
    super(floats.getFlatVectorScorer());
    this.floats = floats;
    IndexOutput opened = null;
    try {
      opened = create(state, ByteVectorsFormat.META);
      this.meta = opened;
      this.data = create(state, ByteVectorsFormat.DATA);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened, floats);
      throw e;
    }
  }

  @Override
  public FlatFieldVectorsWriter<?> addField(FieldInfo field) throws IOException {
    return floats.addField(field);
  }

  @Override
  public void flush(int maxDoc, Sorter.DocMap order) throws IOException {
    floats.flush(maxDoc, order);
  }

  @Override
  public void mergeOneFlatVectorField(FieldInfo field, MergeState merge) throws IOException {
    floats.mergeOneFlatVectorField(field, merge);
    var centre = centre(field, merge);
    long codesAt = data.alignFilePointer(ALIGNMENT);
    var figures = writeCodes(field, merge, centre);
    long figuresAt = data.alignFilePointer(ALIGNMENT);
    writeFloats(data, figures);
    meta.writeInt(field.number);
    meta.writeVInt(figures.length / ByteRows.FIGURES);
    meta.writeVInt(centre.length);
    meta.writeVLong(codesAt);
    meta.writeVLong(figuresAt);
    writeFloats(meta, centre);
  }

  @Override
  public void finish() throws IOException {
    floats.finish();
    meta.writeInt(END);
    CodecUtil.writeFooter(meta);
    CodecUtil.writeFooter(data);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(meta, data, floats);
  }

  @Override
  public long ramBytesUsed() {
    return floats.ramBytesUsed();
  }

  private float[] writeCodes(FieldInfo field, MergeState merge, float[] centre) throws IOException {
    var rows = MergedVectorValues.mergeFloatVectorValues(field, merge);
    var figures = new float[Math.multiplyExact(rows.size(), ByteRows.FIGURES)];
    var encoder = new ByteRows.Encoder(centre);
    var code = new byte[centre.length];
    var row = new float[ByteRows.FIGURES];
    var position = rows.iterator();
    int written = 0;
    while (position.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      encoder.encode(rows.vectorValue(position.index()), code, row);
      data.writeBytes(code, code.length);
      System.arraycopy(row, 0, figures, written * ByteRows.FIGURES, row.length);
      written++;
    }
    return Arrays.copyOf(figures, written * ByteRows.FIGURES);
  }

  /// The mean of a sample of the rows.
  private static float[] centre(FieldInfo field, MergeState merge) throws IOException {
    var sums = new double[field.getVectorDimension()];
    long sampled = 0;
    int step = 1 + Arrays.stream(merge.maxDocs).sum() / CENTRE_SAMPLE;
    for (int i = 0; i < merge.knnVectorsReaders.length; i++) {
      if (MergedVectorValues.hasVectorValues(merge.fieldInfos[i], field.name)) {
        var rows = merge.knnVectorsReaders[i].getFloatVectorValues(field.name);
        for (int row = 0; row < rows.size(); row += step) {
          var vector = rows.vectorValue(row);
          for (int k = 0; k < sums.length; k++) {
            sums[k] += vector[k];
          }
          sampled++;
        }
      }
    }
    var centre = new float[sums.length];
    for (int k = 0; k < centre.length; k++) {
      centre[k] = sampled == 0 ? 0 : (float) (sums[k] / sampled);
    }
    return centre;
  }

  private static void writeFloats(IndexOutput out, float[] values) throws IOException {
    var buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    int chunk = buffer.capacity() / Float.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int count = Math.min(chunk, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.writeBytes(buffer.array(), count * Float.BYTES);
    }
  }

  private static IndexOutput create(SegmentWriteState state, String extension) throws IOException {
    var name =
        IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
    var out = state.directory.createOutput(name, state.context);
    CodecUtil.writeIndexHeader(
        out,
        ByteVectorsFormat.NAME,
        ByteVectorsFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
    return out;
  }
}

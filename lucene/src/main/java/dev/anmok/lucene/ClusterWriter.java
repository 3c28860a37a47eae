package dev.anmok.lucene;

import dev.anmok.core.cluster.ClusterSpread;
import dev.anmok.core.cluster.Clusters;
import dev.anmok.core.embed.Dot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOUtils;

/// Writes floats, and clusters those that come from a merge. Memory: 40 bytes a photo, what
/// [Clusters] takes, and four times as much as all centres.
final class ClusterWriter extends KnnVectorsWriter {
  static final int END = -1;

  /// Rows of a cache line each, for dimensions that are multiples of 64.
  private static final int ALIGNMENT = 64;

  private static final long SEED = 1;

  private final FlatVectorsWriter floats;
  private final VectorFormat format;
  private final IndexOutput meta;
  private final IndexOutput data;

  ClusterWriter(SegmentWriteState state, FlatVectorsWriter floats, VectorFormat format)
      throws IOException {
    this.floats = floats;
    this.format = format;
    IndexOutput opened = null;
    try {
      opened = create(state, ClusterFormat.META);
      this.meta = opened;
      this.data = create(state, ClusterFormat.DATA);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened, floats);
      throw e;
    }
  }

  @Override
  public KnnFieldVectorsWriter<?> addField(FieldInfo field) throws IOException {
    return floats.addField(field);
  }

  @Override
  public void flush(int maxDoc, Sorter.DocMap order) throws IOException {
    floats.flush(maxDoc, order);
  }

  @Override
  public IORunnable mergeOneField(FieldInfo field, MergeState merge) throws IOException {
    var rest = floats.mergeOneField(field, merge);
    var rows = new MergedRows(field, merge);
    if (rows.rows() > 0) {
      try {
        Runnable pulse = () -> check(merge);
        var clusters = Clusters.of(rows, ClusterTable.wanted(rows.rows()), SEED, pulse);
        write(field, rows, clusters, ClusterSpread.of(rows, clusters, SEED, pulse));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return rest;
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

  private static void check(MergeState merge) {
    try {
      merge.checkAborted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(FieldInfo field, MergedRows rows, Clusters clusters, double spread)
      throws IOException {
    int[] order = clusters.order();
    int[] starts = clusters.starts();
    var mean = mean(clusters, starts);
    meta.writeInt(field.number);
    meta.writeVInt(rows.rows());
    meta.writeVInt(rows.dimension());
    meta.writeVInt(clusters.count());
    writeFloat((float) spread);
    for (float value : mean) {
      writeFloat(value);
    }
    for (int cluster = 0; cluster < clusters.count(); cluster++) {
      var centre = clusters.centre(cluster);
      writeFloat(Dot.precise(centre, centre));
    }
    for (int cluster = 0; cluster < clusters.count(); cluster++) {
      meta.writeVInt(starts[cluster + 1] - starts[cluster]);
    }
    writeRows(VectorFormat.INT8, mean, clusters.count(), clusters::centre);
    var row = new float[rows.dimension()];
    writeRows(
        format,
        mean,
        order.length,
        i -> {
          rows.copy(order[i], order[i] + 1, row);
          return row;
        });
    writeInts(order);
    var places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    writeInts(places);
  }

  private interface Source {
    float[] row(int number);
  }

  private void writeRows(VectorFormat as, float[] centre, int count, Source source)
      throws IOException {
    var encoder = RowEncoder.of(as, centre);
    var code = new byte[as.codeBytes(centre.length)];
    var figures = new float[as.figures()];
    var all = new int[Math.multiplyExact(count, figures.length)];
    align();
    for (int i = 0; i < count && figures.length > 0; i++) {
      encoder.encode(source.row(i), code, figures);
      data.writeBytes(code, code.length);
      for (int f = 0; f < figures.length; f++) {
        all[i * figures.length + f] = Float.floatToIntBits(figures[f]);
      }
    }
    writeInts(all);
  }

  private void writeInts(int[] values) throws IOException {
    align();
    var buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    int chunk = buffer.capacity() / Integer.BYTES;
    for (int from = 0; from < values.length; from += chunk) {
      int count = Math.min(chunk, values.length - from);
      buffer.asIntBuffer().put(values, from, count);
      data.writeBytes(buffer.array(), count * Integer.BYTES);
    }
  }

  private void writeFloat(float value) throws IOException {
    meta.writeInt(Float.floatToIntBits(value));
  }

  private void align() throws IOException {
    meta.writeVLong(data.alignFilePointer(ALIGNMENT));
  }

  private static float[] mean(Clusters clusters, int[] starts) {
    var sums = new double[clusters.centre(0).length];
    for (int cluster = 0; cluster < clusters.count(); cluster++) {
      var centre = clusters.centre(cluster);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += (double) centre[k] * (starts[cluster + 1] - starts[cluster]);
      }
    }
    var mean = new float[sums.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (float) (sums[k] / starts[clusters.count()]);
    }
    return mean;
  }

  private static IndexOutput create(SegmentWriteState state, String extension) throws IOException {
    var name =
        IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
    var out = state.directory.createOutput(name, state.context);
    CodecUtil.writeIndexHeader(
        out,
        ClusterFormat.NAME,
        ClusterFormat.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
    return out;
  }
}

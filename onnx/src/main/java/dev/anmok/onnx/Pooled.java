package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A [Head] with its weights: makes one row of `dimension` numbers of each input's output.
final class Pooled {
  private final Head.Pooling pooling;
  private final Optional<Projection> projection;
  private final int dimension;

  private Pooled(Head.Pooling pooling, Optional<Projection> projection, int dimension) {
    this.pooling = pooling;
    this.projection = projection;
    this.dimension = dimension;
  }

  static Pooled open(Head head, CheckedFiles files, int dimension) throws IOException {
    if (head.projection().isEmpty()) {
      return new Pooled(head.pooling(), Optional.empty(), dimension);
    }
    var projection = Projection.read(files, head.projection().get(), dimension);
    return new Pooled(head.pooling(), Optional.of(projection), dimension);
  }

  /// Length of the graph's vectors.
  private int width() {
    return projection.map(Projection::width).orElse(dimension);
  }

  /// The shape that the graph's output must have.
  Tower.Port port() {
    var type = OnnxJavaType.FLOAT;
    return pooling == Head.Pooling.NONE
        ? Tower.Port.of(type, Tower.ANY, width())
        : Tower.Port.of(type, Tower.ANY, Tower.ANY, width());
  }

  /// Makes `[N, dimension]` of a graph's output.
  ///
  /// @param lengths places of each input that are not padding, counted from the first; empty if
  ///   none is padding
  float[] apply(float[] block, int count, int... lengths) {
    var rows = pooling == Head.Pooling.NONE ? block : pool(block, count, lengths);
    return projection.map(p -> p.apply(rows)).orElse(rows);
  }

  private float[] pool(float[] block, int count, int[] lengths) {
    int width = width();
    int places = block.length / (count * width);
    var rows = new float[count * width];
    for (int n = 0; n < count; n++) {
      int length = lengths.length == 0 ? places : lengths[n];
      int from = n * places * width;
      switch (pooling) {
        case MEAN -> mean(block, from, length, rows, n * width);
        case LAST -> System.arraycopy(block, from + (length - 1) * width, rows, n * width, width);
        case FIRST, NONE -> System.arraycopy(block, from, rows, n * width, width);
      }
    }
    return rows;
  }

  private void mean(float[] block, int from, int length, float[] rows, int to) {
    int width = width();
    var sums = new double[width];
    for (int place = 0; place < length; place++) {
      for (int i = 0; i < width; i++) {
        sums[i] += block[from + place * width + i];
      }
    }
    Arrays.setAll(sums, i -> sums[i] / length);
    for (int i = 0; i < width; i++) {
      rows[to + i] = (float) sums[i];
    }
  }
}

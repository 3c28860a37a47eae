package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a joint graph is given for the side that is not asked: one picture of zeros, or one text of
/// nothing but padding. It changes nothing in the other side's output, but is computed with it, so
/// two graphs are faster than a joint one.
final class Filler implements AutoCloseable {
  private final Map<String, Tower.Port> ports;
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

  private Filler(Map<String, Tower.Port> ports) {
    this.ports = ports;
  }

  /// For a graph of one side.
  static Filler none() {
    return new Filler(Map.of());
  }

  /// For the text tower of a joint graph.
  static Filler picture(Tower tower, ImageSide side) {
    var filler = new Filler(side.ports());
    int pixels = side.preprocess().side();
    var zeros = FloatBuffer.allocate(side.preprocess().length());
    filler.tensors.put(side.input(), tower.tensor(side.input(), zeros, 1, 3, pixels, pixels));
    return filler;
  }

  /// For the image tower of a joint graph.
  static Filler text(Tower tower, TextSide side) throws IOException {
    var filler = new Filler(side.ports());
    long[] ids = new long[side.tokens().width(2)];
    Arrays.fill(ids, side.tokens().padId());
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    try {
      filler.add(tower, side.inputIds(), ids);
      if (!side.attentionMask().isEmpty()) {
        filler.add(tower, side.attentionMask(), mask);
      }
      return filler;
    } catch (OrtException e) {
      throw filler.failed(tower, e);
    }
  }

  private void add(Tower tower, String input, long[] row) throws OrtException {
    long[] shape = {1, row.length};
    tensors.put(input, OnnxTensor.createTensor(tower.tensors(), LongBuffer.wrap(row), shape));
  }

  private IOException failed(Tower tower, OrtException e) {
    close();
    return new IOException(tower.name() + ": no input for the other side: " + e.getMessage(), e);
  }

  /// The other side's inputs with those of a side.
  Map<String, Tower.Port> with(Map<String, Tower.Port> side) {
    var all = new LinkedHashMap<>(side);
    all.putAll(ports);
    return all;
  }

  /// The other side's tensors with those of a side; the filler's are closed with it, not before.
  Map<String, OnnxTensor> and(Map<String, OnnxTensor> side) {
    var all = new LinkedHashMap<>(side);
    all.putAll(tensors);
    return all;
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }

  /// Ids or a mask, `[N, L]`.
  static Tower.Port block(long length) {
    return Tower.Port.of(OnnxJavaType.INT64, Tower.ANY, length);
  }
}

package dev.anmok.onnx;

import java.io.IOException;
import java.util.Arrays;

/// A linear layer behind a graph, `y = W x + b`.
final class Projection {
  private final float[] weight;
  private final float[] bias;

  private Projection(float[] weight, float[] bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /// Reads the layer.
  ///
  /// @param dimension rows of its weight
  /// @throws IOException if a tensor is missing or has another shape
  static Projection read(CheckedFiles files, Head.Matrix from, int dimension) throws IOException {
    try (var tensors = Safetensors.open(files, from.file())) {
      var weight = tensors.read(from.weight(), 2);
      if (weight.shape().getFirst() != dimension) {
        throw new IOException(
            "%s: %s must have %d rows, has the shape %s"
                .formatted(tensors.name(), from.weight(), dimension, weight.shape()));
      }
      if (from.bias().isEmpty()) {
        return new Projection(weight.values().clone(), new float[dimension]);
      }
      var bias = tensors.read(from.bias(), 1);
      if (bias.shape().getFirst() != dimension) {
        throw new IOException(
            "%s: %s must have %d numbers, has the shape %s"
                .formatted(tensors.name(), from.bias(), dimension, bias.shape()));
      }
      return new Projection(weight.values().clone(), bias.values().clone());
    }
  }

  /// Length of the vectors that it takes.
  int width() {
    return weight.length / bias.length;
  }

  /// The layer over all rows of a block.
  float[] apply(float[] rows) {
    int width = width();
    var out = new float[rows.length / width * bias.length];
    for (int i = 0; i < out.length; i++) {
      int row = i / bias.length * width;
      int of = i % bias.length * width;
      double sum = bias[i % bias.length];
      for (int k = 0; k < width; k++) {
        sum += weight[of + k] * rows[row + k];
      }
      out[i] = (float) sum;
    }
    return out;
  }

  @Override
  public String toString() {
    return "Projection" + Arrays.asList(bias.length, width());
  }
}

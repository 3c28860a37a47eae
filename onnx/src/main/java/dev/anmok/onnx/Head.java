package dev.anmok.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What makes one vector of a graph's output where the graph does not do so itself.
///
/// @param pooling how the vectors of all places become one
/// @param projection a linear layer after it
record Head(Pooling pooling, Optional<Matrix> projection) {
  /// A graph that gives a vector for each input.
  static final Head NONE = new Head(Pooling.NONE, Optional.empty());

  /// How a block `[N, L, width]` becomes `[N, width]`.
  enum Pooling {
    /// The graph has done it: its output is `[N, width]`.
    NONE,
    /// The mean over all places that are not padding.
    MEAN,
    /// The first place.
    FIRST,
    /// The last place that is not padding.
    LAST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where the weights of the projection are, `y = W x + b`.
  ///
  /// @param file in the safetensors form
  /// @param weight name of the tensor `W`, `[dimension, width]`
  /// @param bias name of the tensor `b`, `[dimension]`; empty if there is none
  record Matrix(String file, String weight, String bias) {}

  static Head parse(PackJson json) throws IOException {
    if (!json.has("projection")) {
      return new Head(pooling(json), Optional.empty());
    }
    var projection = json.object("projection");
    projection.only("file", "weight", "bias");
    var matrix =
        new Matrix(projection.text("file"), projection.text("weight"), projection.text("bias"));
    return new Head(pooling(json), Optional.of(matrix));
  }

  private static Pooling pooling(PackJson json) throws IOException {
    var code = json.text("pooling", Pooling.NONE.code());
    for (var pooling : Pooling.values()) {
      if (pooling.code().equals(code)) {
        return pooling;
      }
    }
    throw json.wrong(
        "pooling",
        Arrays.stream(Pooling.values()).map(Pooling::code).collect(Collectors.joining(", ")));
  }

  /// Whether the graph's output is the vector.
  boolean plain() {
    return pooling == Pooling.NONE && projection.isEmpty();
  }
}

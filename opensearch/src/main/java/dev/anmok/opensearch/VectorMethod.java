package dev.anmok.opensearch;

import tools.jackson.databind.node.ObjectNode;

/// How the cluster finds near vectors: a graph (HNSW) of one of its engines.
///
/// @param engine who keeps the graph
/// @param quantized whether the graph is walked by a few bits a value (Lucene 7, Faiss 16) instead
///   of 32; hits are then near misses of the exact ranking more often
/// @param neighbours of a vector in the graph (M), 2 to 512
/// @param construction candidates for neighbours when a vector is added (ef_construction), at least
///   `neighbours`
public record VectorMethod(Engine engine, boolean quantized, int neighbours, int construction) {
  public static final VectorMethod DEFAULT = new VectorMethod(Engine.LUCENE, false, 16, 100);

  /// How the k-NN plugin calls the similarity.
  static final String SPACE = "cosinesimil";

  /// Engines of the k-NN plugin.
  public enum Engine {
    LUCENE,
    /// Needs the plugin's native library on every data node.
    FAISS;

    String code() {
      return this == LUCENE ? "lucene" : "faiss";
    }
  }

  public VectorMethod {
    if (neighbours < 2 || neighbours > 512) {
      throw new IllegalArgumentException("neighbours must be 2..512, was " + neighbours);
    }
    if (construction < neighbours) {
      throw new IllegalArgumentException(
          "construction must be >= %d, was %d".formatted(neighbours, construction));
    }
  }

  /// The same with or without quantised values.
  public VectorMethod quantized(boolean other) {
    return new VectorMethod(engine, other, neighbours, construction);
  }

  /// The mapping of a field of vectors.
  ObjectNode field(int dimension) {
    var field = Json.object().put("type", "knn_vector").put("dimension", dimension);
    var method =
        field
            .putObject("method")
            .put("name", "hnsw")
            .put("engine", engine.code())
            .put("space_type", SPACE);
    var parameters =
        method.putObject("parameters").put("m", neighbours).put("ef_construction", construction);
    if (quantized) {
      var encoder = parameters.putObject("encoder").put("name", "sq").putObject("parameters");
      switch (engine) {
        case LUCENE -> encoder.put("bits", 7);
        case FAISS -> encoder.put("type", "fp16");
      }
    }
    return field;
  }

  @Override
  public String toString() {
    return "%s hnsw m=%d ef_construction=%d%s"
        .formatted(engine.code(), neighbours, construction, quantized ? " sq" : "");
  }
}

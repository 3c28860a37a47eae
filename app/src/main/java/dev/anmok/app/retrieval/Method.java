package dev.anmok.app.retrieval;

/// How a query is answered.
public enum Method {
  /// By the vector of its words and photos.
  VECTOR,
  /// By its words in the texts of the items (BM25).
  WORDS,
  /// By both, fused.
  HYBRID;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

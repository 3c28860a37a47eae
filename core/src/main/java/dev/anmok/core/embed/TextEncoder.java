package dev.anmok.core.embed;

import java.util.List;

/// Maps texts to vectors in the space of the pictures. Implementations are thread-safe.
public interface TextEncoder extends AutoCloseable {
  VectorSpace space();

  /// The model's own factor from cosine similarity to logits, for softmax over prompts.
  double logitScale();

  /// Returns one embedding a text, in the order given.
  List<Embedding> encode(List<String> texts);

  @Override
  void close();
}

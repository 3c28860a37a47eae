package dev.anmok.core.score;

import dev.anmok.core.embed.TextEncoder;

/// Scores a picture by what it should show minus what it should not, without a softmax, so that one
/// class's score does not depend on the other's: `delta = positive − negative`, both pooled cosine
/// similarities.
///
/// @param name how users call it, for example `mood`
/// @param prompts the two sides
/// @param pooling how several prompts of a side become one score
public record ContrastLens(String name, PromptSet prompts, Pooling pooling) {
  /// Encodes the prompts once, ready to score embeddings of the encoder's space.
  public ContrastScorer bind(TextEncoder encoder) {
    return new ContrastScorer(
        new PromptPool(encoder.encode(prompts.positiveTexts()), pooling, encoder.logitScale()),
        new PromptPool(encoder.encode(prompts.negativeTexts()), pooling, encoder.logitScale()));
  }
}

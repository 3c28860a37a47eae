package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import java.util.List;

/// The probability that softmax gives to the positive side when all prompts of both sides compete:
/// `Σ⁺ exp(s·cos) / Σ exp(s·cos)`, with the encoder's logit scale `s`. A class's probability
/// depends on its rivals, which is why [ContrastLens] avoids it; kept to run the published method.
public final class Softmax {
  private final List<Embedding> positive;
  private final List<Embedding> negative;
  private final double logitScale;

  private Softmax(List<Embedding> positive, List<Embedding> negative, double logitScale) {
    this.positive = positive;
    this.negative = negative;
    this.logitScale = logitScale;
  }

  /// Encodes the prompts once.
  public static Softmax bind(PromptSet prompts, TextEncoder encoder) {
    return new Softmax(
        encoder.encode(prompts.positiveTexts()),
        encoder.encode(prompts.negativeTexts()),
        encoder.logitScale());
  }

  /// Probability of the positive side, 0..1; that of the negative side is the rest.
  public double positive(Embedding image) {
    double yes = mass(positive, image);
    double no = mass(negative, image);
    return yes / (yes + no);
  }

  private double mass(List<Embedding> prompts, Embedding image) {
    double sum = 0;
    for (var prompt : prompts) {
      sum += Math.exp(logitScale * (image.cosine(prompt) - 1)); // at most 1: cannot overflow
    }
    return sum;
  }
}

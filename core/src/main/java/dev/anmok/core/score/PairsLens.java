package dev.anmok.core.score;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.TextEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Scores a picture by pairs of prompts, each pair for itself.
///
/// @param name how users call it, for example `low-quality`
/// @param form how the two sides become one score
/// @param pairs at least one, no two of one name
public record PairsLens(String name, Form form, List<PromptPair> pairs) {
  /// How the cosine similarities to the two sides of a pair become one score. A side of several
  /// prompts counts by their mean.
  public enum Form {
    /// The probability of the good side when the two compete, 0..1: `1 / (1 + exp(s (bad − good)))`
    /// with the encoder's logit scale `s`. Source: CLIP-IQA, Wang and others, AAAI 2023.
    SOFTMAX,
    /// `good − bad`, -2..2.
    DIFFERENCE;

    /// The lower-case name used in profiles.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PairsLens {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a lens needs at least one pair");
    }
    var names = new HashSet<String>();
    for (var pair : pairs) {
      if (!names.add(pair.name())) {
        throw new IllegalArgumentException("two pairs are called '" + pair.name() + "'");
      }
    }
  }

  /// Encodes the prompts once, ready to score embeddings of the encoder's space.
  public PairsScorer bind(TextEncoder encoder) {
    return PairsScorer.of(this, encoder);
  }

  /// Twelve hexadecimal digits that change with the pairs' names and prompts; thresholds remember
  /// them.
  public String digest() {
    var text = new StringBuilder();
    for (var pair : pairs) {
      text.append(pair.name()).append('\n');
      pair.good().forEach(prompt -> text.append('+').append(prompt).append('\n'));
      pair.bad().forEach(prompt -> text.append('-').append(prompt).append('\n'));
    }
    return TextDigest.brief(text.toString());
  }
}

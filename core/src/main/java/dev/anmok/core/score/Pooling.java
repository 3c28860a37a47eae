package dev.anmok.core.score;

import java.util.Locale;

/// How the cosine similarities between one picture and the several prompts of one side become one
/// score. A threshold is valid for one pooling only: `max` raises both sides.
public enum Pooling {
  /// The mean of the cosines.
  MEAN,
  /// The largest cosine.
  MAX,
  /// The mean of the cosines weighted by their softmax at the encoder's logit scale: between `mean`
  /// and `max`.
  SOFTMAX,
  /// The cosine to the normalised mean of the prompts' embeddings.
  ENSEMBLE;

  /// The lower-case name used in profiles and options.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

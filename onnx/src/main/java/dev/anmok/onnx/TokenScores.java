package dev.anmok.onnx;

import java.util.Arrays;
import java.util.OptionalLong;

/// Log probabilities of the next token, with what is forbidden at minus infinity.
///
/// @param decoding what is forbidden or must be
record TokenScores(Decoding decoding) {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /// @param logits of one sequence
  /// @param prefix the sequence
  double[] of(float[] logits, Prefix prefix) {
    var scores = new double[logits.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = logits[i];
    }
    if (!decoding.renormalise()) {
      normalise(scores);
    }
    forbid(scores, prefix);
    if (decoding.renormalise()) {
      normalise(scores);
    }
    return scores;
  }

  /// Subtracts the logarithm of the sum of exponentials.
  private static void normalise(double[] scores) {
    double most = NEVER;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    if (most == NEVER) {
      return;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    double off = most + Math.log(sum);
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= off;
    }
  }

  private void forbid(double[] scores, Prefix prefix) {
    var ids = decoding.ids();
    forbidRepeats(scores, prefix);
    for (long id : ids.forbidden()) {
      if (id < scores.length) {
        scores[(int) id] = NEVER;
      }
    }
    if (prefix.length() == 1) {
      force(scores, ids.first());
    }
    if (prefix.length() == decoding.maxLength() - 1) {
      force(scores, ids.last());
    }
  }

  private static void force(double[] scores, OptionalLong id) {
    if (id.isPresent()) {
      Arrays.fill(scores, NEVER);
      scores[(int) id.getAsLong()] = 0;
    }
  }

  private void forbidRepeats(double[] scores, Prefix prefix) {
    int n = decoding.noRepeat();
    if (n == 0 || prefix.length() < n) {
      return;
    }
    var tokens = prefix.tokens();
    var last = tokens.subList(tokens.size() - n + 1, tokens.size());
    for (int from = 0; from + n <= tokens.size(); from++) {
      if (tokens.subList(from, from + n - 1).equals(last)) {
        scores[Math.toIntExact(tokens.get(from + n - 1))] = NEVER;
      }
    }
  }
}

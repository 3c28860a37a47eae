package dev.anmok.onnx;

import java.util.List;

/// A decoder that is asked step by step what may come next.
interface NextTokens {
  /// Logits of the next token, one row of the vocabulary's length for each sequence. The first call
  /// gives one sequence of one token; each later call gives sequences that prolong some of the call
  /// before by one token.
  ///
  /// @param sequences the whole of each
  /// @param parents for each, which sequence of the call before it prolongs
  float[][] after(List<Prefix> sequences, List<Integer> parents);
}

package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.io.IOException;
import java.util.Set;

/// The two decoder models of a pack, with the names of inputs and outputs that exports by optimum
/// have. Thread-safe.
///
/// @param first makes keys and values of the first token
/// @param later takes them and prolongs them
/// @param firstInputs names of the first's inputs
/// @param laterInputs names of the later one's inputs
/// @param grown names of the keys and values that each later step makes anew
record DecoderTowers(
    Tower first, Tower later, Set<String> firstInputs, Set<String> laterInputs, Set<String> grown)
    implements AutoCloseable {
  static final String INPUT_IDS = "input_ids";
  static final String STATES = "encoder_hidden_states";
  static final String MASK = "encoder_attention_mask";
  static final String LOGITS = "logits";
  static final String PRESENT = "present";
  static final String PAST = "past_key_values";

  /// Takes the towers over.
  ///
  /// @param masked whether the encoder has an attention mask
  /// @throws IOException if they are not decoders of this form; both are closed then
  static DecoderTowers of(Tower first, Tower later, boolean masked) throws IOException {
    try {
      var present = first.outputs().keySet();
      known(first, masked, Set.of());
      known(later, masked, present);
      logits(first);
      logits(later);
      return new DecoderTowers(
          first,
          later,
          Set.copyOf(first.inputs().keySet()),
          Set.copyOf(later.inputs().keySet()),
          Set.copyOf(later.outputs().keySet()));
    } catch (IOException | RuntimeException e) {
      first.close();
      later.close();
      throw e;
    }
  }

  private static void known(Tower tower, boolean masked, Set<String> present) throws IOException {
    for (var input : tower.inputs().entrySet()) {
      var name = input.getKey();
      boolean past = name.startsWith(PAST) && present.contains(PRESENT + pastOf(name));
      boolean fixed =
          name.equals(INPUT_IDS) || name.equals(STATES) || (name.equals(MASK) && masked);
      if (!past && !fixed) {
        throw new IOException(
            "%s: the input %s is not one of %s, %s, %s, %s.* with %s.* of the first decoder"
                .formatted(tower.name(), name, INPUT_IDS, STATES, MASK, PAST, PRESENT));
      }
      if (past && input.getValue().type() != OnnxJavaType.FLOAT) {
        throw new IOException(
            tower.name() + ": the input " + name + " must be float, is " + input.getValue());
      }
    }
  }

  private static void logits(Tower tower) throws IOException {
    var logits = tower.outputs().get(LOGITS);
    if (logits == null || logits.type() != OnnxJavaType.FLOAT) {
      throw new IOException(tower.name() + ": expected the output logits of floats");
    }
  }

  /// What follows `past_key_values` in a name.
  static String pastOf(String name) {
    return name.substring(Math.min(name.length(), PAST.length()));
  }

  /// Whether each later step makes the keys or values of this name anew.
  boolean grows(String present) {
    return grown.contains(present);
  }

  @Override
  public void close() {
    first.close();
    later.close();
  }
}

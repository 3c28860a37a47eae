package dev.anmok.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Asks the first decoder for whole sequences, one at a time and without a cache: slow and simple.
///
/// @param decoder only its first tower is asked
/// @param states the encoder's answer for one input, by the decoder's names for it
record RecomputedSteps(DecoderTowers decoder, Map<String, OnnxTensor> states)
    implements NextTokens {
  @Override
  public float[][] after(List<Prefix> sequences, List<Integer> parents) {
    var rows = new float[sequences.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = after(sequences.get(i));
    }
    return rows;
  }

  private float[] after(Prefix sequence) {
    long[] tokens = sequence.tokens().stream().mapToLong(Long::longValue).toArray();
    long[] shape = {1, tokens.length};
    try (var ids =
        OnnxTensor.createTensor(decoder.first().tensors(), LongBuffer.wrap(tokens), shape)) {
      var inputs = new HashMap<>(states);
      inputs.put(DecoderTowers.INPUT_IDS, ids);
      var outputs = decoder.first().outputs(inputs);
      try {
        var logits = Objects.requireNonNull(outputs.get(DecoderTowers.LOGITS));
        return CachedSteps.lastRows(logits, 1)[0];
      } finally {
        outputs.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}

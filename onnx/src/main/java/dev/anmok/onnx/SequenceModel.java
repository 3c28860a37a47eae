package dev.anmok.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/// An encoder with a decoder that answers token by token. Thread-safe; a call works on the caller's
/// thread and holds one input's states, keys and values.
///
/// @param encoder gives the states of an input
/// @param output name of the states among the encoder's outputs
/// @param decoder asked step by step
/// @param decoding how its answers become a sequence
record SequenceModel(Tower encoder, String output, DecoderTowers decoder, Decoding decoding)
    implements AutoCloseable {
  /// The encoder's answer for one input.
  ///
  /// @param inputs by name; closed here
  Map<String, OnnxTensor> states(Map<String, OnnxTensor> inputs) {
    try {
      var outputs = encoder.outputs(inputs);
      var states = outputs.remove(output);
      outputs.values().forEach(OnnxTensor::close);
      if (states == null) {
        throw new IllegalStateException(encoder.name() + ": there is no output " + output);
      }
      return new HashMap<>(Map.of(DecoderTowers.STATES, states));
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /// The best sequence for one picture.
  Decoding.Found ofPicture(String input, OnnxTensor pixels) {
    return found(states(Map.of(input, pixels)));
  }

  /// The best sequence for the tokens of one text.
  ///
  /// @param maskName the encoder's input that is 1 where a token is
  Decoding.Found ofText(String idsName, String maskName, long[] ids) {
    return found(textStates(idsName, maskName, ids));
  }

  Map<String, OnnxTensor> textStates(String idsName, String maskName, long[] ids) {
    var ones = new long[ids.length];
    java.util.Arrays.fill(ones, 1);
    var states = states(Map.of(idsName, row(ids), maskName, row(ones)));
    states.put(DecoderTowers.MASK, row(ones));
    return states;
  }

  private Decoding.Found found(Map<String, OnnxTensor> states) {
    try (var steps = new CachedSteps(decoder, states)) {
      return new SequenceSearch(decoding).search(steps);
    }
  }

  private OnnxTensor row(long[] values) {
    try {
      return OnnxTensor.createTensor(
          encoder.tensors(), LongBuffer.wrap(values), new long[] {1, values.length});
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + values.length + " tokens", e);
    }
  }

  SequenceModel with(Decoding other) {
    return new SequenceModel(encoder, output, decoder, other);
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
  }
}

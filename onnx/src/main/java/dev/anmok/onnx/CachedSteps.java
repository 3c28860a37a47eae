package dev.anmok.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Asks the two decoder models of a pack with the keys and values of earlier steps, so that each
/// step computes one token a sequence. Sequences are put in their parents' order before each step.
/// Memory: keys and values of as many sequences as are given, twice while they are put in order.
/// Used by one thread.
final class CachedSteps implements NextTokens, AutoCloseable {
  private final DecoderTowers towers;
  private final Map<String, OnnxTensor> states;
  private Map<String, OnnxTensor> past = new HashMap<>();
  private int rows = 1;

  /// Takes the tensors over.
  ///
  /// @param states the encoder's answer for one input, by the decoder's names for it
  CachedSteps(DecoderTowers towers, Map<String, OnnxTensor> states) {
    this.towers = towers;
    this.states = new HashMap<>(states);
  }

  @Override
  public float[][] after(List<Prefix> sequences, List<Integer> parents) {
    boolean first = past.isEmpty();
    var tower = first ? towers.first() : towers.later();
    if (!first) {
      follow(parents);
    }
    long[] last = sequences.stream().mapToLong(Prefix::token).toArray();
    try (var ids = tensor(last)) {
      var inputs = new HashMap<String, OnnxTensor>();
      var names = first ? towers.firstInputs() : towers.laterInputs();
      for (var name : names) {
        inputs.put(name, input(name, ids));
      }
      var outputs = tower.outputs(inputs);
      try (var logits = Objects.requireNonNull(outputs.remove(DecoderTowers.LOGITS))) {
        keep(outputs);
        return lastRows(logits, sequences.size());
      }
    }
  }

  private OnnxTensor input(String name, OnnxTensor ids) {
    var tensor =
        name.equals(DecoderTowers.INPUT_IDS)
            ? ids
            : states.containsKey(name)
                ? states.get(name)
                : past.get(DecoderTowers.PRESENT + DecoderTowers.pastOf(name));
    if (tensor == null) {
      throw new IllegalStateException("the decoder has no value for " + name);
    }
    return tensor;
  }

  /// Replaces what a step made anew; what it did not, such as keys of the encoder's states, stays.
  private void keep(Map<String, OnnxTensor> outputs) {
    outputs.forEach((name, tensor) -> {
      if (name.startsWith(DecoderTowers.PRESENT)) {
        var old = past.put(name, tensor);
        if (old != null) {
          old.close();
        }
      } else {
        tensor.close();
      }
    });
  }

  /// Puts the rows of all that is kept into the order of the parents. What comes of the encoder is
  /// the same in each row, and touched only when their number changes.
  private void follow(List<Integer> parents) {
    boolean same = parents.size() == rows;
    for (int i = 0; same && i < rows; i++) {
      same = parents.get(i) == i;
    }
    if (same) {
      return;
    }
    boolean resized = parents.size() != rows;
    for (var entry : past.entrySet()) {
      if (resized || towers.grows(entry.getKey())) {
        entry.setValue(gather(entry.getValue(), parents));
      }
    }
    if (resized) {
      states.replaceAll((name, tensor) -> gather(tensor, parents));
    }
    rows = parents.size();
  }

  private OnnxTensor gather(OnnxTensor tensor, List<Integer> parents) {
    try (tensor) {
      long[] shape = tensor.getInfo().getShape();
      int row = Math.toIntExact(Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact));
      shape[0] = parents.size();
      return switch (tensor.getInfo().type) {
        case INT64 -> gather(tensor.getLongBuffer(), row, parents, shape);
        default -> gather(tensor.getFloatBuffer(), row, parents, shape);
      };
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + parents.size() + " rows", e);
    }
  }

  private OnnxTensor gather(FloatBuffer from, int row, List<Integer> parents, long[] shape)
      throws OrtException {
    var to = FloatBuffer.allocate(parents.size() * row);
    for (int parent : parents) {
      to.put(from.slice(parent * row, row));
    }
    return OnnxTensor.createTensor(towers.first().tensors(), to.flip(), shape);
  }

  private OnnxTensor gather(LongBuffer from, int row, List<Integer> parents, long[] shape)
      throws OrtException {
    var to = LongBuffer.allocate(parents.size() * row);
    for (int parent : parents) {
      to.put(from.slice(parent * row, row));
    }
    return OnnxTensor.createTensor(towers.first().tensors(), to.flip(), shape);
  }

  private OnnxTensor tensor(long[] last) {
    try {
      return OnnxTensor.createTensor(
          towers.first().tensors(), LongBuffer.wrap(last), new long[] {last.length, 1});
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + last.length + " tokens", e);
    }
  }

  /// The logits after the last token of each sequence.
  static float[][] lastRows(OnnxTensor logits, int sequences) {
    long[] shape = logits.getInfo().getShape(); // sequences, tokens, vocabulary
    int tokens = Math.toIntExact(shape[1]);
    int vocabulary = Math.toIntExact(shape[2]);
    var all = logits.getFloatBuffer();
    var rows = new float[sequences][vocabulary];
    for (int i = 0; i < sequences; i++) {
      all.get((i * tokens + tokens - 1) * vocabulary, rows[i]);
    }
    return rows;
  }

  @Override
  public void close() {
    past.values().forEach(OnnxTensor::close);
    states.values().forEach(OnnxTensor::close);
  }
}

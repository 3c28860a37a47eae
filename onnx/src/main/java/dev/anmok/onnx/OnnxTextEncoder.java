package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.anmok.core.embed.BatchSize;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A pack's text tower: tokens, then the model, at most [Device#batch] texts at once. The vectors
/// of the texts used last are kept.
final class OnnxTextEncoder implements TextEncoder {
  static final int CACHED = 1_024;

  private final Tokens tokens;
  private final Tower tower;
  private final TextSide side;
  private final VectorSpace space;
  private final double logitScale;
  private final BatchSize pieces;
  private final RecentTexts recent = new RecentTexts(CACHED);

  private OnnxTextEncoder(
      Tokens tokens, Tower tower, TextSide side, VectorSpace space, double logitScale) {
    this.tokens = tokens;
    this.tower = tower;
    this.pieces = new BatchSize(tower.device().batch(), tower.device().memory());
    this.side = side;
    this.space = space;
    this.logitScale = logitScale;
  }

  /// Takes over tokenizer and tower.
  ///
  /// @throws IOException if the tower's inputs and outputs are not those of a text tower; both are
  ///   closed then
  static OnnxTextEncoder of(Tokens tokens, Tower tower, Manifest manifest) throws IOException {
    var side = manifest.text();
    var block = Tower.Port.of(OnnxJavaType.INT64, Tower.ANY, Tower.ANY);
    var inputs = new HashMap<String, Tower.Port>();
    inputs.put(side.inputIds(), block);
    if (!side.attentionMask().isEmpty()) {
      inputs.put(side.attentionMask(), block);
    }
    try {
      tower.expect(
          inputs,
          side.output(),
          Tower.Port.of(OnnxJavaType.FLOAT, Tower.ANY, manifest.dimension()));
    } catch (IOException e) {
      tower.close();
      tokens.close();
      throw e;
    }
    return new OnnxTextEncoder(tokens, tower, side, manifest.space(), manifest.logitScale());
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public double logitScale() {
    return logitScale;
  }

  @Override
  public List<Embedding> encode(List<String> texts) {
    var known = recent.find(texts);
    var missing = new LinkedHashSet<>(texts);
    missing.removeAll(known.keySet());
    var rest = List.copyOf(missing);
    var embeddings = pieces.over(rest, piece -> run(piece.stream().map(tokens::ids).toList()));
    for (int i = 0; i < rest.size(); i++) {
      known.put(rest.get(i), embeddings.get(i));
      recent.put(rest.get(i), embeddings.get(i));
    }
    var all = new ArrayList<Embedding>(texts.size());
    for (var text : texts) {
      all.add(known.get(text));
    }
    return List.copyOf(all);
  }

  /// The token ids that a text becomes.
  long[] ids(String text) {
    return tokens.ids(text);
  }

  private List<Embedding> run(List<long[]> rows) {
    var rule = side.tokens();
    int width =
        rule.toMaxLength()
            ? rule.maxLength()
            : rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    var ids = LongBuffer.allocate(rows.size() * width);
    var mask = LongBuffer.allocate(rows.size() * width);
    for (var row : rows) {
      for (int i = 0; i < width; i++) {
        ids.put(i < row.length ? row[i] : rule.padId());
        mask.put(i < row.length ? 1 : 0);
      }
    }
    long[] shape = {rows.size(), width};
    var environment = tower.tensors();
    try (var idTensor = OnnxTensor.createTensor(environment, ids.flip(), shape);
        var maskTensor = OnnxTensor.createTensor(environment, mask.flip(), shape)) {
      var inputs = new HashMap<>(Map.of(side.inputIds(), idTensor));
      if (!side.attentionMask().isEmpty()) {
        inputs.put(side.attentionMask(), maskTensor);
      }
      return Rows.embeddings(space, tower.run(inputs, side.output()), rows.size());
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + rows.size() + " x " + width, e);
    }
  }

  @Override
  public void close() {
    tower.close();
    tokens.close();
  }
}

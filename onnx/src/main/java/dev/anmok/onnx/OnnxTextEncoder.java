package dev.anmok.onnx;

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

/// A pack's text tower: tokens, then the model, at most [Device#texts] at once. The vectors of the
/// texts used last are kept.
final class OnnxTextEncoder implements TextEncoder {
  static final int CACHED = 1_024;

  private final Tokens tokens;
  private final Tower tower;
  private final TextSide side;
  private final VectorSpace space;
  private final double logitScale;
  private final BatchSize pieces;
  private final Pooled head;
  private final Filler filler;
  private final RecentTexts recent = new RecentTexts(CACHED);

  private OnnxTextEncoder(
      Tokens tokens, Tower tower, Manifest manifest, Pooled head, Filler filler) {
    this.tokens = tokens;
    this.tower = tower;
    this.pieces = new BatchSize(Device.MOST_TEXTS, tower.device().memory());
    this.side = manifest.text();
    this.space = manifest.space();
    this.logitScale = manifest.logits().scale();
    this.head = head;
    this.filler = filler;
  }

  /// Takes over tokenizer and tower.
  ///
  /// @throws IOException if the tower's inputs and outputs are not those of a text tower; both are
  ///   closed then
  static OnnxTextEncoder of(Tokens tokens, Tower tower, Manifest manifest, Pooled head)
      throws IOException {
    var side = manifest.text();
    Filler filler = Filler.none();
    try {
      filler = manifest.joint() ? Filler.picture(tower, manifest.image()) : filler;
      tower.expect(filler.with(side.ports()), side.output(), head.port());
    } catch (IOException e) {
      filler.close();
      tower.close();
      tokens.close();
      throw e;
    }
    return new OnnxTextEncoder(tokens, tower, manifest, head, filler);
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
    var embeddings = embed(rest.stream().map(tokens::ids).toList());
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

  private List<Embedding> embed(List<long[]> rows) {
    var embeddings = new ArrayList<Embedding>(rows.size());
    int together = tower.device().texts(width(rows));
    for (int from = 0; from < rows.size(); from += together) {
      var some = rows.subList(from, Math.min(rows.size(), from + together));
      embeddings.addAll(pieces.over(some, this::run));
    }
    return embeddings;
  }

  private int width(List<long[]> rows) {
    return side.tokens().width(rows.stream().mapToInt(row -> row.length).max().orElse(1));
  }

  /// The token ids that a text becomes.
  long[] ids(String text) {
    return tokens.ids(text);
  }

  private List<Embedding> run(List<long[]> rows) {
    var rule = side.tokens();
    int[] lengths = rows.stream().mapToInt(row -> row.length).toArray();
    int width = width(rows);
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
      var block = tower.run(filler.and(inputs), side.output());
      return Rows.embeddings(space, head.apply(block, rows.size(), lengths), rows.size());
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of " + rows.size() + " x " + width, e);
    }
  }

  @Override
  public void close() {
    tower.close();
    filler.close();
    tokens.close();
  }
}

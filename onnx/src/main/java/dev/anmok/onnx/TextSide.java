package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.Map;

/// The text tower as `model.json` describes it. How a text is normalised and cut into tokens is
/// left to `tokenizer.json`.
///
/// @param file the ONNX file
/// @param tokenizer the tokenizer's file
/// @param inputIds name of the input with token ids, int64 `[N, L]`
/// @param attentionMask name of the input that is 1 where a token is and 0 where padding is, int64
///   `[N, L]`; empty if the model has none
/// @param output name of the output, float `[N, dimension]`, or `[N, L, width]` where the head
///   pools
/// @param head what is done with the output outside of the graph
/// @param tokens how texts become token ids and these one block
record TextSide(
    String file,
    String tokenizer,
    String inputIds,
    String attentionMask,
    String output,
    Head head,
    TokenRule tokens) {

  /// How texts become token ids, and the token ids of several texts one block.
  ///
  /// @param canonical what is done to a text before the tokenizer sees it
  /// @param maxLength most tokens of a text, special ones included; the rest is cut off
  /// @param toMaxLength whether every row is padded to `maxLength`, not just to the longest text
  /// @param padId the token behind the end of a text
  /// @param emptyId the token that stands for a text without any
  record TokenRule(
      Canonical canonical, int maxLength, boolean toMaxLength, long padId, long emptyId) {
    /// Places of each row.
    ///
    /// @param longest tokens of the longest text
    int width(int longest) {
      return toMaxLength ? maxLength : longest;
    }
  }

  private static final Range ID = new Range(0, 10_000_000);

  static TextSide parse(PackJson json) throws IOException {
    json.only(
        "file",
        "tokenizer",
        "input_ids",
        "attention_mask",
        "output",
        "pooling",
        "projection",
        "canonical",
        "max_length",
        "padding",
        "pad_id",
        "empty_id");
    boolean toMaxLength =
        switch (json.text("padding")) {
          case "longest" -> false;
          case "max_length" -> true;
          default -> throw json.wrong("padding", "longest or max_length");
        };
    return new TextSide(
        json.text("file"),
        json.text("tokenizer"),
        json.text("input_ids"),
        json.text("attention_mask"),
        json.text("output"),
        Head.parse(json),
        new TokenRule(
            Canonical.parse(json),
            (int) json.whole("max_length", new Range(1, 8192)),
            toMaxLength,
            json.whole("pad_id", ID),
            json.whole("empty_id", ID)));
  }

  /// The inputs of a graph with this tower.
  Map<String, Tower.Port> ports() {
    var block = Filler.block(tokens.toMaxLength() ? tokens.maxLength() : Tower.ANY);
    return attentionMask.isEmpty()
        ? Map.of(inputIds, block)
        : Map.of(inputIds, block, attentionMask, block);
  }

  /// The same tower in another file.
  TextSide from(String other) {
    return new TextSide(other, tokenizer, inputIds, attentionMask, output, head, tokens);
  }
}

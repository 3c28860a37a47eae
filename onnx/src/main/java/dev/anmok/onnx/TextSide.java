package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;

/// The text tower as `model.json` describes it. How a text is normalised and cut into tokens is
/// left to `tokenizer.json`.
///
/// @param file the ONNX file
/// @param tokenizer the tokenizer's file
/// @param inputIds name of the input with token ids, int64 `[N, L]`
/// @param attentionMask name of the input that is 1 where a token is and 0 where padding is, int64
///   `[N, L]`; empty if the model has none
/// @param output name of the output, float `[N, dimension]`
/// @param tokens how token ids become one block
record TextSide(
    String file,
    String tokenizer,
    String inputIds,
    String attentionMask,
    String output,
    TokenRule tokens) {

  /// How the token ids of several texts become one block.
  ///
  /// @param maxLength most tokens of a text, special ones included; the rest is cut off
  /// @param toMaxLength whether every row is padded to `maxLength`, not just to the longest text
  /// @param padId the token behind the end of a text
  /// @param emptyId the token that stands for a text without any
  record TokenRule(int maxLength, boolean toMaxLength, long padId, long emptyId) {}

  private static final Range ID = new Range(0, 10_000_000);

  static TextSide parse(PackJson json) throws IOException {
    json.only(
        "file",
        "tokenizer",
        "input_ids",
        "attention_mask",
        "output",
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
        new TokenRule(
            (int) json.whole("max_length", new Range(1, 8192)),
            toMaxLength,
            json.whole("pad_id", ID),
            json.whole("empty_id", ID)));
  }
}

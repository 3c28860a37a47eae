package dev.anmok.onnx;

import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a translator or a captioner must answer, token by token.
///
/// @param where the file and its pack, for messages
/// @param texts of a translator
/// @param pattern tokens of the caption of [Patterns]; empty for a translator
/// @param pictures of a captioner
record SequenceGolden(String where, List<Text> texts, List<Long> pattern, List<Picture> pictures) {
  record Text(String text, List<Long> ids, List<Long> answer, String translation) {}

  record Picture(String file, List<Long> answer, String caption) {}

  /// Where no answers are known.
  static SequenceGolden unknown(String where) {
    return new SequenceGolden(where, List.of(), List.of(), List.of());
  }

  static SequenceGolden parse(String where, byte[] json) throws IOException {
    var top = PackJson.parse(where, json);
    top.only("texts", "pattern", "pictures");
    var texts = new ArrayList<Text>();
    for (var text : top.objects("texts")) {
      text.only("text", "ids", "answer", "translation");
      texts.add(
          new Text(
              text.text("text"),
              text.wholes("ids"),
              text.wholes("answer"),
              text.text("translation")));
    }
    var pictures = new ArrayList<Picture>();
    for (var picture : top.objects("pictures")) {
      picture.only("file", "answer", "caption");
      pictures.add(
          new Picture(picture.text("file"), picture.wholes("answer"), picture.text("caption")));
    }
    return new SequenceGolden(
        where, List.copyOf(texts), top.wholes("pattern"), List.copyOf(pictures));
  }

  void check(OnnxTranslator translator) throws IOException {
    for (var text : texts) {
      var ids = new ArrayList<Long>();
      for (long id : translator.ids(text.text())) {
        ids.add(id);
      }
      var what = "text '" + text.text() + "'";
      same(what, "become the tokens", text.ids(), ids);
      var found = translator.found(text.text());
      same(what, "be translated to the tokens", text.answer(), found.ids());
      same(what, "be translated to", text.translation(), translator.text(found));
    }
  }

  void check(OnnxCaptioner captioner) throws IOException {
    if (pattern.isEmpty()) {
      return; // a caption has at least its end
    }
    same(
        "the pattern '" + Patterns.RULE + "'",
        "be captioned by the tokens",
        pattern,
        captioner.pattern().ids());
  }

  /// Checks a picture that was decoded from the pack.
  void check(Picture picture, byte[] bytes, ImageDecoder decoder, OnnxCaptioner captioner)
      throws IOException {
    switch (decoder.decode(bytes, 0)) {
      case Decoded.Image(var pixels, _) -> {
        var found = captioner.found(pixels);
        same(picture.file(), "be captioned by the tokens", picture.answer(), found.ids());
      }
      case Decoded.Rejected(_, var detail) ->
          throw new IOException(where + ": " + picture.file() + " cannot be decoded: " + detail);
    }
  }

  private void same(String what, String must, Object expected, Object found) throws IOException {
    if (!expected.equals(found)) {
      throw new IOException(
          "%s: %s must %s %s, not %s".formatted(where, what, must, expected, found));
    }
  }
}

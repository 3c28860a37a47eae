package dev.anmok.onnx;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a pack's towers must answer: token ids exactly, vectors with at least a stated cosine.
///
/// @param where the file and its pack, for messages
/// @param pattern what the image tower makes of the pattern of [OnnxImageEncoder#pattern]
/// @param leastCosine what a vector must have to its golden one, [#LEAST_COSINE] but for variants
record Golden(
    String where, List<Text> texts, Embedding pattern, List<Picture> pictures, double leastCosine) {
  static final double LEAST_COSINE = 0.999;

  record Text(String text, List<Long> ids, Embedding vector) {}

  record Picture(String file, Embedding vector) {}

  static Golden parse(String where, byte[] json, VectorSpace space, double leastCosine)
      throws IOException {
    var top = PackJson.parse(where, json);
    top.only("texts", "pattern", "pictures");
    var texts = new ArrayList<Text>();
    for (var text : top.objects("texts")) {
      text.only("text", "ids", "vector");
      texts.add(new Text(text.text("text"), text.wholes("ids"), vector(text, space)));
    }
    var pattern = top.object("pattern");
    pattern.only("rule", "vector");
    if (!pattern.text("rule").equals(Patterns.RULE)) {
      throw pattern.wrong("rule", "'" + Patterns.RULE + "'");
    }
    var pictures = new ArrayList<Picture>();
    for (var picture : top.objects("pictures")) {
      picture.only("file", "vector");
      pictures.add(new Picture(picture.text("file"), vector(picture, space)));
    }
    return new Golden(
        where, List.copyOf(texts), vector(pattern, space), List.copyOf(pictures), leastCosine);
  }

  private static Embedding vector(PackJson json, VectorSpace space) throws IOException {
    var numbers = json.numbers("vector", space.dimension());
    var values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers[i];
    }
    try {
      return Embedding.ofUnit(space, values);
    } catch (IllegalArgumentException e) {
      throw new IOException(json.wrong("vector", "of unit length").getMessage(), e);
    }
  }

  void check(OnnxTextEncoder encoder) throws IOException {
    var found = encoder.encode(texts.stream().map(Text::text).toList());
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      var ids = new ArrayList<Long>();
      for (long id : encoder.ids(text.text())) {
        ids.add(id);
      }
      if (!ids.equals(text.ids())) {
        throw new IOException(
            "%s: text '%s' must become the tokens %s, became %s"
                .formatted(where, text.text(), text.ids(), ids));
      }
      compare("text '" + text.text() + "'", text.vector(), found.get(i));
    }
  }

  void check(OnnxImageEncoder encoder) throws IOException {
    compare("the pattern '" + Patterns.RULE + "'", pattern, encoder.pattern());
  }

  /// Checks a picture that was decoded from the pack.
  void check(Picture picture, byte[] bytes, ImageDecoder decoder, OnnxImageEncoder encoder)
      throws IOException {
    switch (decoder.decode(bytes, 0)) {
      case Decoded.Image(var pixels, _) ->
          compare(picture.file(), picture.vector(), encoder.encode(List.of(pixels)).getFirst());
      case Decoded.Rejected(_, var detail) ->
          throw new IOException(where + ": " + picture.file() + " cannot be decoded: " + detail);
    }
  }

  private void compare(String what, Embedding expected, Embedding found) throws IOException {
    float cosine = expected.cosine(found);
    if (!(cosine >= leastCosine)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: the vector of %s must have a cosine of at least %s to the expected one, has %.4f",
              where,
              what,
              leastCosine,
              cosine));
    }
  }
}

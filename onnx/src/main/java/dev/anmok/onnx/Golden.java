package dev.anmok.onnx;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a pack's towers must answer: token ids exactly, vectors with at least a stated cosine. Of
/// public packs less may be known: only the ids of texts, or nothing. Their towers must still tell
/// unlike texts and pictures apart.
///
/// @param where the file and its pack, for messages
/// @param patternOrNull what the image tower makes of the pattern of [OnnxImageEncoder#pattern]
/// @param leastCosine what a vector must have to its golden one, [#LEAST_COSINE] but for variants
record Golden(
    String where,
    List<Text> texts,
    @Nullable Embedding patternOrNull,
    List<Picture> pictures,
    double leastCosine) {
  static final double LEAST_COSINE = 0.999;

  /// Two unlike inputs may not be nearer to each other.
  static final double GREATEST_COSINE = 0.9999;

  private static final List<String> UNLIKE = List.of("a photo of a cat", "the blue sea at night");

  record Text(String text, List<Long> ids, @Nullable Embedding vectorOrNull) {}

  record Picture(String file, Embedding vector) {}

  /// Where no answers are known.
  static Golden unknown(String where) {
    return new Golden(where, List.of(), null, List.of(), LEAST_COSINE);
  }

  static Golden parse(String where, byte[] json, VectorSpace space, double leastCosine)
      throws IOException {
    var top = PackJson.parse(where, json);
    top.only("texts", "pattern", "pictures");
    var texts = new ArrayList<Text>();
    for (var text : top.objects("texts")) {
      text.only("text", "ids", "vector");
      var vector = text.names().contains("vector") ? vector(text, space) : null;
      texts.add(new Text(text.text("text"), text.wholes("ids"), vector));
    }
    if (!top.names().contains("pattern")) {
      return new Golden(where, List.copyOf(texts), null, List.of(), leastCosine);
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

  /// What of the texts was checked, for people.
  String saidOfTexts() {
    if (texts.isEmpty()) {
      return "no tokens or vectors of texts are known; unlike texts have unlike vectors";
    }
    return texts.stream().allMatch(text -> text.vectorOrNull() != null)
        ? texts.size() + " texts have the stated tokens and vectors"
        : texts.size() + " texts have the stated tokens; no vectors of texts are known";
  }

  /// What of the image tower was checked, for people.
  String saidOfPattern() {
    return patternOrNull == null
        ? "no vectors of pictures are known; unlike pictures have unlike vectors"
        : "the test pattern has the stated vector";
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
      if (text.vectorOrNull() != null) {
        compare("text '" + text.text() + "'", text.vectorOrNull(), found.get(i));
      }
    }
    if (texts.stream().allMatch(text -> text.vectorOrNull() == null)) {
      var pair = encoder.encode(UNLIKE);
      apart("texts", pair.getFirst(), pair.getLast());
    }
  }

  void check(OnnxImageEncoder encoder) throws IOException {
    if (patternOrNull == null) {
      var disc = encoder.encode(List.of(CutoutGolden.disc(encoder.inputSide()))).getFirst();
      apart("pictures", encoder.pattern(), disc);
    } else {
      compare("the pattern '" + Patterns.RULE + "'", patternOrNull, encoder.pattern());
    }
  }

  /// Refuses a tower whose answer does not depend on what it is given.
  private void apart(String what, Embedding one, Embedding other) throws IOException {
    if (!(one.cosine(other) <= GREATEST_COSINE)) {
      throw new IOException(
          where + ": unlike " + what + " get the same vector: this is not the model described");
    }
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

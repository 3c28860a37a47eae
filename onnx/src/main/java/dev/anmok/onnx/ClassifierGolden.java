package dev.anmok.onnx;

import dev.anmok.core.classify.Sight;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a classifier must answer: probabilities of some labels, within [#TOLERANCE].
///
/// @param where the file and its pack, for messages
/// @param pattern what it makes of the pattern of [Patterns]
record ClassifierGolden(String where, List<Stated> pattern, List<Picture> pictures) {
  static final double TOLERANCE = 0.02;

  /// A label by its place, from 0, with its probability.
  record Stated(int place, double probability) {}

  record Picture(String file, List<Stated> stated) {}

  /// Where no answers are known.
  static ClassifierGolden unknown(String where) {
    return new ClassifierGolden(where, List.of(), List.of());
  }

  static ClassifierGolden parse(String where, byte[] json, int labels) throws IOException {
    var top = PackJson.parse(where, json);
    top.only("pattern", "pictures");
    var pattern = top.object("pattern");
    pattern.only("rule", "probabilities");
    if (!pattern.text("rule").equals(Patterns.RULE)) {
      throw pattern.wrong("rule", "'" + Patterns.RULE + "'");
    }
    var pictures = new ArrayList<Picture>();
    for (var picture : top.objects("pictures")) {
      picture.only("file", "probabilities");
      pictures.add(new Picture(picture.text("file"), stated(picture, labels)));
    }
    return new ClassifierGolden(where, stated(pattern, labels), List.copyOf(pictures));
  }

  private static List<Stated> stated(PackJson json, int labels) throws IOException {
    var all = new ArrayList<Stated>();
    for (var one : json.objects("probabilities")) {
      one.only("place", "probability");
      all.add(
          new Stated(
              (int) one.whole("place", new PackJson.Range(0, labels - 1)),
              one.number("probability", new PackJson.Range(0, 1))));
    }
    if (all.isEmpty()) {
      throw json.wrong("probabilities", "at least one label with its probability");
    }
    return List.copyOf(all);
  }

  /// Where no answers are known, unlike pictures must still have unlike ones.
  void check(OnnxClassifier classifier) throws IOException {
    try {
      if (pattern.isEmpty()) {
        unlike(classifier);
        return;
      }
    } catch (IllegalStateException e) {
      throw new IOException(
          where + ": gives no answer: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
          e);
    }
    compare("the pattern '" + Patterns.RULE + "'", pattern, classifier.pattern());
  }

  private void unlike(OnnxClassifier classifier) throws IOException {
    var one = classifier.pattern();
    var disc = Sight.of(CutoutGolden.disc(classifier.inputSide()));
    var other = classifier.probabilities(List.of(disc)).getFirst();
    if (Arrays.equals(one, other) || !Double.isFinite(Arrays.stream(one).sum())) {
      throw new IOException(
          where + ": unlike pictures get the same answer: this is not the model described");
    }
  }

  /// Checks a picture that was decoded from the pack.
  void check(Picture picture, byte[] bytes, ImageDecoder decoder, OnnxClassifier classifier)
      throws IOException {
    switch (decoder.decode(bytes, 0)) {
      case Decoded.Image(var pixels, _) ->
          compare(
              picture.file(),
              picture.stated(),
              classifier.probabilities(List.of(Sight.of(pixels))).getFirst());
      case Decoded.Rejected(_, var detail) ->
          throw new IOException(where + ": " + picture.file() + " cannot be decoded: " + detail);
    }
  }

  private void compare(String what, List<Stated> expected, double[] found) throws IOException {
    for (var one : expected) {
      if (!(Math.abs(found[one.place()] - one.probability()) <= TOLERANCE)) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: label %d of %s must have a probability of %.4f, has %.4f",
                where,
                one.place(),
                what,
                one.probability(),
                found[one.place()]));
      }
    }
  }
}

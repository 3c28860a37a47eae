package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// The same towers in another precision: other files, and a golden cosine of their own, since the
/// golden values are those of the pack's main files.
///
/// @param name `fp16`, `int8` or the like
/// @param image the image tower's file
/// @param text the text tower's file; the same for a joint graph
/// @param leastCosine what a vector and its golden one must at least have
record Variant(String name, String image, String text, double leastCosine) {
  static Map<String, Variant> parseAll(PackJson json) throws IOException {
    var all = new TreeMap<String, Variant>();
    for (var name : json.names()) {
      if (!name.matches("[a-z0-9]{1,16}")) {
        throw json.wrong(name, "called by lower-case letters and digits, as fp16 or int8");
      }
      var one = json.object(name);
      one.only("image", "text", "cosine");
      all.put(
          name,
          new Variant(
              name, one.text("image"), one.text("text"), one.number("cosine", new Range(0.5, 1))));
    }
    return all;
  }

  static Variant main(ImageSide image, TextSide text, Manifest.Proof proof) {
    return new Variant("", image.file(), text.file(), proof.leastCosine());
  }
}

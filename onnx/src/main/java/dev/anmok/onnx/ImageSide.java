package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import dev.anmok.core.image.Channels;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Fit;
import dev.anmok.core.image.Preprocess;
import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.Map;

/// The image tower as `model.json` describes it.
///
/// @param file the ONNX file
/// @param input name of its input, float `[N, 3, side, side]`
/// @param output name of its output, float `[N, dimension]`, or `[N, L, width]` where the head
///   pools
/// @param head what is done with the output outside of the graph
/// @param preprocess how a picture becomes the input
record ImageSide(String file, String input, String output, Head head, Preprocess preprocess) {
  private static final String LETTERBOX = "letterbox-";
  private static final Range CHANNEL = new Range(0, 255);

  /// A tower whose output is what is wanted.
  static ImageSide parse(PackJson json) throws IOException {
    json.only("file", "input", "output", "side", "fit", "filter", "mean", "std");
    return of(json);
  }

  /// An encoder's tower, which may have a head outside of its graph.
  static ImageSide parseEncoder(PackJson json) throws IOException {
    json.only(
        "file", "input", "output", "pooling", "projection", "side", "fit", "filter", "mean", "std");
    return of(json);
  }

  private static ImageSide of(PackJson json) throws IOException {
    var preprocess =
        new Preprocess(
            (int) json.whole("side", new Range(8, 4096)),
            fit(json),
            filter(json),
            channels(json, "mean"),
            channels(json, "std"));
    return new ImageSide(
        json.text("file"), json.text("input"), json.text("output"), Head.parse(json), preprocess);
  }

  /// The inputs of a graph with this tower.
  Map<String, Tower.Port> ports() {
    int pixels = preprocess.side();
    return Map.of(input, Tower.Port.of(OnnxJavaType.FLOAT, Tower.ANY, 3, pixels, pixels));
  }

  /// The same tower in another file.
  ImageSide from(String other) {
    return new ImageSide(other, input, output, head, preprocess);
  }

  private static Fit fit(PackJson json) throws IOException {
    var text = json.text("fit");
    if (text.matches(LETTERBOX + "[0-9a-f]{6}")) {
      return new Fit.Letterbox(Integer.parseInt(text.substring(LETTERBOX.length()), 16));
    }
    return switch (text) {
      case "squash" -> new Fit.Squash();
      case "centre-crop" -> new Fit.CentreCrop();
      default -> throw json.wrong("fit", "squash, centre-crop or letterbox-rrggbb");
    };
  }

  private static Filter filter(PackJson json) throws IOException {
    var text = json.text("filter");
    for (var filter : Filter.values()) {
      if (filter.code().equals(text)) {
        return filter;
      }
    }
    throw json.wrong("filter", "box, bilinear, bicubic or lanczos");
  }

  private static Channels channels(PackJson json, String key) throws IOException {
    var v = json.numbers(key, 3);
    for (double one : v) {
      if (!(one >= CHANNEL.least() && one <= CHANNEL.most()) || (key.equals("std") && one == 0)) {
        throw json.wrong(key, "three numbers on the scale of 0 to 255");
      }
    }
    return new Channels(v[0], v[1], v[2]);
  }
}

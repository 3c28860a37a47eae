package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.Map;

/// The content of a classifier's `model.json`.
///
/// @param resize pictures are resized to this shorter side before the middle is cut out; the
///   input's side where it is not said
/// @param labels name of the file with one label a line
/// @param golden name of the file with what it must answer; empty where nothing is known
/// @param logits whether the output is logits, not probabilities
/// @param files every other file of the pack, by name
record ClassifierManifest(
    Manifest.Identity identity,
    ImageSide image,
    int resize,
    String labels,
    boolean logits,
    String golden,
    Map<String, PackFile> files) {
  static ClassifierManifest parse(String where, byte[] json) throws IOException {
    var file = Manifest.FILE + " of " + where;
    var top = PackJson.parse(file, json);
    PackKind.CLASSIFIER.require(top);
    top.only(
        "format", "kind", "id", "title", "licence", "image", "resize", "labels", "output", "golden",
        "files");
    top.whole("format", Manifest.FORMAT);
    var image = ImageSide.parse(top.object("image"));
    int side = image.preprocess().side();
    int resize =
        top.names().contains("resize") ? (int) top.whole("resize", new Range(side, 8192)) : side;
    if (resize != side && !top.object("image").text("fit").equals("centre-crop")) {
      throw top.wrong("resize", "left out, since image.fit is not centre-crop");
    }
    boolean logits =
        switch (top.text("output")) {
          case "logits" -> true;
          case "probabilities" -> false;
          default -> throw top.wrong("output", "logits or probabilities");
        };
    var manifest =
        new ClassifierManifest(
            Manifest.Identity.parse(top),
            image,
            resize,
            top.text("labels"),
            logits,
            top.text("golden", ""),
            Manifest.files(file, top.object("files")));
    manifest.require(file, "image.file", image.file());
    manifest.require(file, "labels", manifest.labels);
    if (!manifest.golden.isEmpty()) {
      manifest.require(file, "golden", manifest.golden);
    }
    return manifest;
  }

  /// The pack's id and a digest of the weights.
  String classifier() {
    var weights = files.get(image.file());
    var sha256 = weights == null ? "" : weights.sha256();
    return identity.id() + "-" + sha256.substring(0, Math.min(12, sha256.length()));
  }

  private void require(String file, String key, String name) throws IOException {
    CheckedFiles.require(files, file, key, name);
  }
}

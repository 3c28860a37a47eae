package dev.anmok.onnx;

import dev.anmok.core.embed.TextDigest;
import java.io.IOException;
import java.util.Map;

/// The content of a cut-out pack's `model.json`.
///
/// @param image the model and how a photo becomes its input
/// @param mask how its output becomes a mask
/// @param golden the file with what it must answer; empty where nothing is known
/// @param files every other file of the pack, by name
record CutoutManifest(
    Manifest.Identity identity,
    ImageSide image,
    MaskSide mask,
    String golden,
    Map<String, PackFile> files) {

  /// How numbers become a mask.
  ///
  /// @param byMaximum whether a photo's values are first divided by the greatest of them and not by
  ///   255, as U²-Net's own code does
  /// @param sigmoid whether the output is log-odds
  /// @param stretched whether the least and the greatest value of a photo become 0 and 1
  record MaskSide(boolean byMaximum, boolean sigmoid, boolean stretched) {
    static MaskSide parse(PackJson json) throws IOException {
      json.only("scale", "activation", "normalise");
      return new MaskSide(
          choice(json, "scale", "255", "maximum"),
          choice(json, "activation", "none", "sigmoid"),
          choice(json, "normalise", "none", "min-max"));
    }

    /// Whether it is the second of two.
    private static boolean choice(PackJson json, String key, String first, String second)
        throws IOException {
      var value = json.text(key);
      if (!value.equals(first) && !value.equals(second)) {
        throw json.wrong(key, first + " or " + second);
      }
      return value.equals(second);
    }
  }

  static CutoutManifest parse(String where, byte[] json) throws IOException {
    var file = Manifest.FILE + " of " + where;
    var top = PackJson.parse(file, json);
    PackKind.CUTOUT.require(top);
    top.only("format", "kind", "id", "title", "licence", "image", "mask", "golden", "files");
    top.whole("format", Manifest.FORMAT);
    var image = top.object("image");
    if (image.text("fit").equals("centre-crop")) {
      throw image.wrong("fit", "squash or letterbox-rrggbb");
    }
    var manifest =
        new CutoutManifest(
            Manifest.Identity.parse(top),
            ImageSide.parse(image),
            MaskSide.parse(top.object("mask")),
            top.text("golden", ""),
            Manifest.files(file, top.object("files")));
    manifest.require(file, "image.file", manifest.image.file());
    if (!manifest.golden.isEmpty()) {
      manifest.require(file, "golden", manifest.golden);
    }
    return manifest;
  }

  private void require(String file, String key, String name) throws IOException {
    CheckedFiles.require(files, file, key, name);
  }

  /// The pack's id and a digest of everything that decides its masks.
  String segmenter() {
    var weights = files.get(image.file());
    var parts =
        String.join(
            "\n",
            weights == null ? "" : weights.sha256(),
            image.output(),
            image.preprocess().canonical(),
            mask.toString());
    return identity.id() + "-" + TextDigest.brief(parts);
  }
}

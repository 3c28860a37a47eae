package dev.anmok.onnx;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The content of `model.json`.
///
/// @param logitScale factor from cosines to logits; [#LOGIT_SCALE] where it is not known
/// @param golden name of the file with what the towers must answer; empty where nothing is known
/// @param calibration name of the file with thresholds; empty where there are none
/// @param files every other file of the pack but the calibration, by name
record Manifest(
    About about,
    int dimension,
    double logitScale,
    ImageSide image,
    TextSide text,
    String golden,
    String calibration,
    Map<String, PackFile> files) {

  /// What people are told of a pack.
  record About(Identity identity, List<String> languages) {
    String id() {
      return identity.id();
    }

    String title() {
      return identity.title();
    }

    Licence licence() {
      return identity.licence();
    }
  }

  /// Who a pack is and what may be done with it.
  record Identity(String id, String title, Licence licence) {
    static Identity parse(PackJson top) throws IOException {
      var id = top.text("id");
      if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
        throw top.wrong("id", "lower-case letters, digits, '.', '_' and '-', at most 64");
      }
      var licence = top.object("licence");
      licence.only("text", "commercial", "reason");
      return new Identity(
          id,
          top.text("title"),
          new Licence(licence.text("text"), licence.flag("commercial"), licence.text("reason")));
    }
  }

  /// Name of the file in every pack.
  static final String FILE = "model.json";

  static final Range FORMAT = new Range(1, 1);

  /// That of OpenAI's CLIP, at which its training holds it.
  static final double LOGIT_SCALE = 100;

  static Manifest parse(String where, byte[] json) throws IOException {
    var file = FILE + " of " + where;
    var top = PackJson.parse(file, json);
    PackKind.ENCODER.require(top);
    top.only(
        "format",
        "kind",
        "id",
        "title",
        "licence",
        "languages",
        "dimension",
        "logit_scale",
        "image",
        "text",
        "golden",
        "calibration",
        "files");
    top.whole("format", FORMAT);
    var files = files(file, top.object("files"));
    var manifest =
        new Manifest(
            new About(Identity.parse(top), top.texts("languages")),
            (int) top.whole("dimension", new Range(1, 65_536)),
            top.number("logit_scale", new Range(1e-6, 1e6), LOGIT_SCALE),
            ImageSide.parse(top.object("image")),
            TextSide.parse(top.object("text")),
            top.text("golden", ""),
            calibration(file, top),
            files);
    manifest.require(file, "image.file", manifest.image.file());
    manifest.require(file, "text.file", manifest.text.file());
    manifest.require(file, "text.tokenizer", manifest.text.tokenizer());
    if (!manifest.golden.isEmpty()) {
      manifest.require(file, "golden", manifest.golden);
    }
    return manifest;
  }

  private static String calibration(String file, PackJson top) throws IOException {
    var name = top.text("calibration", "");
    return name.isEmpty() ? name : PackFile.checkName(file, "calibration", name);
  }

  /// The stated facts of a file that [#parse] found to be listed.
  PackFile file(String name) {
    var file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("not a file of the pack: " + name);
    }
    return file;
  }

  VectorSpace space() {
    var weights = file(image.file()).sha256() + "\n" + file(text.file()).sha256();
    return new VectorSpace(
        about.id(), Digests.sha256(weights), image.preprocess().canonical(), "none", dimension);
  }

  private void require(String file, String key, String name) throws IOException {
    CheckedFiles.require(files, file, key, name);
  }

  static Map<String, PackFile> files(String file, PackJson json) throws IOException {
    var files = new TreeMap<String, PackFile>();
    for (var name : json.names()) {
      PackFile.checkName(file, "files", name);
      var one = json.object(name);
      one.only("bytes", "sha256");
      var sha256 = one.text("sha256");
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw one.wrong("sha256", "64 lower-case hexadecimal digits");
      }
      files.put(name, new PackFile(name, one.whole("bytes", new Range(0, 1L << 50)), sha256));
    }
    return files;
  }
}

package dev.anmok.onnx;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The content of `model.json`, for one of the pack's precisions.
///
/// @param variants the other precisions of the same towers, by name
/// @param files every other file of the pack but the calibration, by name; those that only another
///   precision needs are not among them once one was chosen
record Manifest(
    About about,
    int dimension,
    Logits logits,
    ImageSide image,
    TextSide text,
    Proof proof,
    Map<String, Variant> variants,
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

    /// A precision has an id of its own, and so a space of its own.
    About in(String variant) {
      return variant.isEmpty()
          ? this
          : new About(new Identity(id() + ":" + variant, title(), licence()), languages);
    }
  }

  /// Who a pack is and what may be done with it.
  record Identity(String id, String title, Licence licence) {
    static Identity parse(PackJson top) throws IOException {
      var id = top.text("id");
      if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
        throw top.wrong("id", "lower-case letters, digits, '.', '_' and '-', at most 64");
      }
      return new Identity(id, top.text("title"), Licence.parse(top));
    }
  }

  /// How a cosine becomes the model's own logit: `scale * cosine + bias`.
  record Logits(double scale, double bias) {
    static Logits parse(PackJson top) throws IOException {
      return new Logits(
          top.number("logit_scale", new Range(1e-6, 1e6), LOGIT_SCALE),
          top.has("logit_bias") ? top.number("logit_bias", new Range(-1e6, 1e6)) : 0);
    }
  }

  /// What the pack is held to.
  ///
  /// @param golden the file of golden values; empty where none are known
  /// @param calibration the file of thresholds; empty where there are none
  /// @param leastCosine what a vector and its golden one must at least have
  record Proof(String golden, String calibration, double leastCosine) {}

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
        "logit_bias",
        "graph",
        "image",
        "text",
        "variants",
        "golden",
        "calibration",
        "files");
    top.whole("format", FORMAT);
    var manifest =
        new Manifest(
            new About(Identity.parse(top), top.texts("languages")),
            (int) top.whole("dimension", new Range(1, 65_536)),
            Logits.parse(top),
            ImageSide.parseEncoder(top.object("image")),
            TextSide.parse(top.object("text")),
            new Proof(top.text("golden", ""), calibration(file, top), Golden.LEAST_COSINE),
            top.has("variants") ? Variant.parseAll(top.object("variants")) : Map.of(),
            files(file, top.object("files")));
    manifest.checkGraph(top);
    manifest.checkNames(file);
    return manifest;
  }

  private static String calibration(String file, PackJson top) throws IOException {
    var name = top.text("calibration", "");
    return name.isEmpty() ? name : PackFile.checkName(file, "calibration", name);
  }

  private void checkGraph(PackJson top) throws IOException {
    var graph = top.text("graph", "split");
    if (!graph.equals("split") && !graph.equals("joint")) {
      throw top.wrong("graph", "split or joint");
    }
    if (graph.equals("joint") != joint()) {
      throw top.wrong("graph", "joint where image.file is text.file, split where it is not");
    }
  }

  private void checkNames(String file) throws IOException {
    require(file, "image.file", image.file());
    require(file, "text.file", text.file());
    require(file, "text.tokenizer", text.tokenizer());
    for (var head : List.of(image.head(), text.head())) {
      for (var projection : head.projection().stream().toList()) {
        require(file, "projection.file", projection.file());
      }
    }
    if (!proof.golden().isEmpty()) {
      require(file, "golden", proof.golden());
    }
    for (var variant : variants.values()) {
      require(file, "variants." + variant.name() + ".image", variant.image());
      require(file, "variants." + variant.name() + ".text", variant.text());
    }
  }

  /// Whether both towers are one graph with the inputs and outputs of both.
  boolean joint() {
    return image.file().equals(text.file());
  }

  /// The same towers in another precision, of which only the files count that it needs.
  ///
  /// @param name of a variant; empty for the pack's own files
  /// @throws ModelPack.NoVariantException if there is none of that name, saying which there are
  Manifest in(String name) throws IOException {
    var variant = name.isEmpty() ? Variant.main(image, text, proof) : variants.get(name);
    if (variant == null) {
      throw new ModelPack.NoVariantException(
          "the model %s has no variant '%s': %s"
              .formatted(
                  about.id(),
                  name,
                  variants.isEmpty()
                      ? "it comes in one precision"
                      : "there are " + String.join(", ", variants.keySet())));
    }
    var others = new HashSet<String>();
    for (var other : variants.values()) {
      others.add(other.image());
      others.add(other.text());
    }
    others.add(image.file());
    others.add(text.file());
    others.remove(variant.image());
    others.remove(variant.text());
    var needed = new TreeMap<>(files);
    needed.keySet().removeAll(others);
    return new Manifest(
        about.in(name),
        dimension,
        logits,
        image.from(variant.image()),
        text.from(variant.text()),
        new Proof(proof.golden(), proof.calibration(), variant.leastCosine()),
        Map.of(),
        needed);
  }

  /// The stated facts of a file that [#parse] found to be listed.
  PackFile file(String name) {
    var file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("not a file of the pack: " + name);
    }
    return file;
  }

  /// The space of both towers: their weights, and what is done with them outside of the graphs.
  VectorSpace space() {
    var weights = new StringBuilder(file(image.file()).sha256());
    weights.append('\n').append(file(text.file()).sha256());
    for (var head : List.of(image.head(), text.head())) {
      if (!head.plain()) {
        weights.append('\n').append(head.pooling().code());
        head.projection().ifPresent(p -> weights.append(' ').append(file(p.file()).sha256()));
      }
    }
    return new VectorSpace(
        about.id(),
        Digests.sha256(weights.toString()),
        image.preprocess().canonical(),
        "none",
        dimension);
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

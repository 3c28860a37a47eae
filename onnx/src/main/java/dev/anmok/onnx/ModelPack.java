package dev.anmok.onnx;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.PhotoTreatment;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.TextsInSpace;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A picture tower and a text tower of one vector space, with all that is needed to run and to
/// check them. `model.json` is read when the pack is opened; a tower is loaded when it is asked
/// for, after the digests of its files have matched, and answers the pack's golden values or is
/// refused. Immutable and thread-safe; holds no native resource itself.
public final class ModelPack implements Pack {
  /// Id of the pack that ships with the program.
  public static final String EMBEDDED = "anmok-mini";

  /// A pack has no precision of that name.
  public static final class NoVariantException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    NoVariantException(String message) {
      super(message);
    }
  }

  private final Manifest whole;
  private final Manifest manifest;
  private final CheckedFiles files;
  private final Threads threads;
  private final Map<String, Calibration> calibrations;
  private final PhotoTreatment treatment;

  /// @param whole of all precisions
  /// @param manifest of the one that is used
  private ModelPack(
      Manifest whole,
      Manifest manifest,
      CheckedFiles files,
      Threads threads,
      Map<String, Calibration> calibrations,
      PhotoTreatment treatment) {
    this.whole = whole;
    this.manifest = manifest;
    this.files = files;
    this.threads = threads;
    this.calibrations = calibrations;
    this.treatment = treatment;
  }

  /// The pack that ships with the program.
  public static ModelPack embedded(Threads threads) throws IOException {
    return open(new PackContent.Embedded(EMBEDDED), threads);
  }

  /// A pack in a folder. The folder may be a symbolic link, the files in it may not.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link; the message names file and key
  public static ModelPack open(Path folder, Threads threads) throws IOException {
    return open(folder, threads, "");
  }

  /// A pack in a folder, in one of its precisions. Files that only other precisions need may be
  /// missing. Each precision has an id, `id:variant`, and a space of its own; thresholds that came
  /// with the pack were found in the main one, so the others have none.
  ///
  /// @param variant a key of `variants`, such as `fp16` or `int8`; empty for the main files
  /// @throws NoVariantException if there is none of that name, saying which there are
  public static ModelPack open(Path folder, Threads threads, String variant) throws IOException {
    return open(PackContent.Folder.of(folder), threads, variant);
  }

  static ModelPack open(PackContent content, Threads threads) throws IOException {
    return open(content, threads, "");
  }

  static ModelPack open(PackContent content, Threads threads, String variant) throws IOException {
    var whole = Manifest.parse(content.where(), content.bytes(Manifest.FILE));
    var manifest = whole.in(variant);
    var files = CheckedFiles.of(content, manifest.files());
    var calibrations =
        variant.isEmpty() ? calibrations(content, manifest) : Map.<String, Calibration>of();
    return new ModelPack(whole, manifest, files, threads, calibrations, PhotoTreatment.NONE);
  }

  private static Map<String, Calibration> calibrations(PackContent content, Manifest manifest)
      throws IOException {
    var file = manifest.proof().calibration();
    return file.isEmpty()
        ? Map.of()
        : Calibration.parse(PackJson.parse(file + " of " + content.where(), content.bytes(file)));
  }

  /// The same towers with something done to photos before the picture tower sees them. Space,
  /// picture and text encoder of the new pack belong together; the thresholds that came with this
  /// one were not found in that space, so it has none.
  public ModelPack treating(PhotoTreatment other) {
    return new ModelPack(whole, manifest, files, threads, Map.of(), other);
  }

  @Override
  public String id() {
    return manifest.about().id();
  }

  @Override
  public String title() {
    return manifest.about().title();
  }

  @Override
  public Licence licence() {
    return manifest.about().licence();
  }

  /// Languages of the texts that it understands, as ISO 639-1 codes.
  public List<String> languages() {
    return manifest.about().languages();
  }

  /// How a cosine becomes the model's own logit, `scale * cosine + bias`; the softmax of CLIP and
  /// the sigmoid of SigLIP are taken of it. The bias is 0 for models without one, and only
  /// recorded: nothing in the program asks for a probability of a single pair.
  public double logit(double cosine) {
    return manifest.logits().scale() * cosine + manifest.logits().bias();
  }

  /// Length of the vectors.
  public int dimension() {
    return manifest.dimension();
  }

  @Override
  public long sizeBytes() {
    return files.sizeBytes();
  }

  /// With those of its other precisions that are there.
  @Override
  public List<String> files() {
    var names = new ArrayList<>(files.names());
    for (var other : whole.files().keySet()) {
      if (!names.contains(other) && files.content().has(other)) {
        names.add(other);
      }
    }
    var calibration = manifest.proof().calibration();
    if (!calibration.isEmpty() && !names.contains(calibration)) {
      names.add(calibration);
    }
    return List.copyOf(names);
  }

  /// The space of both towers: neither can be changed without changing it.
  public VectorSpace space() {
    return manifest.space().on(treatment.background());
  }

  /// The threshold of a lens in this space, if one was measured.
  public Optional<Calibration> calibration(String lens) {
    return Optional.ofNullable(calibrations.get(lens));
  }

  /// Loads the image tower. Each call opens a session of its own: share the encoder between
  /// threads, and close it.
  ///
  /// @throws IOException if a digest, a shape or the golden pattern does not match
  public ImageEncoder images() throws IOException {
    var loader = new PackLoader(manifest, files, threads);
    return treatment.over(loader.images(loader.golden()));
  }

  /// Loads tokenizer and text tower, without the image tower. Each call opens a session of its own:
  /// share the encoder between threads, and close it.
  ///
  /// @throws IOException if a digest, a shape, golden token ids or vectors do not match
  public TextEncoder texts() throws IOException {
    var loader = new PackLoader(manifest, files, threads);
    return TextsInSpace.of(loader.texts(loader.golden()), space());
  }

  /// In its main precision with each other one whose files are there.
  @Override
  public List<String> verify(ImageDecoder decoder) throws IOException {
    var lines = new ArrayList<>(verifyThis(decoder));
    if (id().equals(whole.about().id())) {
      for (var variant : whole.variants().values()) {
        var content = files.content();
        if (content.has(variant.image()) && content.has(variant.text())) {
          for (var line : open(content, threads, variant.name()).verifyThis(decoder)) {
            lines.add(variant.name() + ": " + line);
          }
        } else {
          lines.add(variant.name() + ": its files are not here");
        }
      }
    }
    return List.copyOf(lines);
  }

  private List<String> verifyThis(ImageDecoder decoder) throws IOException {
    var checked = files.verified();
    var loader = new PackLoader(manifest, checked, threads);
    var golden = loader.golden();
    var lines = new ArrayList<String>();
    lines.add(checked.said());
    loader.texts(golden).close();
    lines.add(golden.saidOfTexts());
    try (var encoder = loader.images(golden)) {
      lines.add(golden.saidOfPattern());
      for (var picture : golden.pictures()) {
        golden.check(picture, files.read(picture.file()), decoder, encoder);
      }
    }
    if (!golden.pictures().isEmpty()) {
      lines.add(golden.pictures().size() + " pictures have the stated vectors");
    }
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "ModelPack[" + id() + "]";
  }
}

package dev.anmok.onnx;

import dev.anmok.core.classify.Classifier;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A classifier of pictures in a folder. `model.json` is read when the pack is opened; the model is
/// loaded when asked for, after the digests of its files have matched, and answers the pack's
/// golden values or is refused. Immutable and thread-safe; holds no native resource itself.
public final class ClassifierPack implements Pack {
  private final ClassifierManifest manifest;
  private final CheckedFiles files;
  private final Threads threads;

  private ClassifierPack(ClassifierManifest manifest, CheckedFiles files, Threads threads) {
    this.manifest = manifest;
    this.files = files;
    this.threads = threads;
  }

  /// A pack in a folder. The folder may be a symbolic link, the files in it may not.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link; the message names file and key
  public static ClassifierPack open(Path folder, Threads threads) throws IOException {
    return open(PackContent.Folder.of(folder), threads);
  }

  static ClassifierPack open(PackContent content, Threads threads) throws IOException {
    var manifest = ClassifierManifest.parse(content.where(), content.bytes(Manifest.FILE));
    return new ClassifierPack(manifest, CheckedFiles.of(content, manifest.files()), threads);
  }

  @Override
  public String id() {
    return manifest.identity().id();
  }

  /// The id of its classifier ([Classifier#id]), without loading it.
  public String classifierId() {
    return manifest.classifier();
  }

  @Override
  public String title() {
    return manifest.identity().title();
  }

  @Override
  public Licence licence() {
    return manifest.identity().licence();
  }

  @Override
  public long sizeBytes() {
    return files.sizeBytes();
  }

  @Override
  public List<String> files() {
    return files.names();
  }

  /// Loads the classifier. Each call opens a session of its own: share it between threads, and
  /// close it. A label that stands in the file twice has its place, from 0, behind a `#`.
  ///
  /// @throws IOException if a digest, a shape, the number of labels or a golden value does not
  ///   match
  public Classifier classifier() throws IOException {
    return load();
  }

  private OnnxClassifier load() throws IOException {
    var labels = labels();
    var file = manifest.image().file();
    var tower = Tower.open(named(file), files.model(file), threads);
    var classifier = OnnxClassifier.of(tower, manifest, labels);
    try {
      golden(labels).check(classifier);
      return classifier;
    } catch (IOException | RuntimeException e) {
      classifier.close();
      throw e;
    }
  }

  @Override
  public List<String> verify(ImageDecoder decoder) throws IOException {
    return new ClassifierPack(manifest, files.verified(), threads).check(decoder);
  }

  private List<String> check(ImageDecoder decoder) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(files.said());
    try (var classifier = load()) {
      var golden = golden(classifier.labels());
      lines.add(
          classifier.labels().size()
              + (golden.pattern().isEmpty()
                  ? " labels, as many as the model has; unlike pictures have unlike answers"
                  : " labels; the test pattern has the stated answer"));
      for (var picture : golden.pictures()) {
        golden.check(picture, files.read(picture.file()), decoder, classifier);
      }
      if (!golden.pictures().isEmpty()) {
        lines.add(golden.pictures().size() + " pictures have the stated answers");
      }
    }
    return List.copyOf(lines);
  }

  private ClassifierGolden golden(List<String> labels) throws IOException {
    var name = manifest.golden();
    if (name.isEmpty()) {
      return ClassifierGolden.unknown(files.content().where());
    }
    return ClassifierGolden.parse(named(name), files.read(name), labels.size());
  }

  private List<String> labels() throws IOException {
    var text = new String(files.read(manifest.labels()), StandardCharsets.UTF_8);
    var labels = new LinkedHashSet<String>();
    for (var line : text.strip().lines().toList()) {
      var label = line.strip();
      labels.add(label.isEmpty() || labels.contains(label) ? label + " #" + labels.size() : label);
    }
    return List.copyOf(labels);
  }

  private String named(String file) {
    return file + " of " + files.content().where();
  }

  @Override
  public String toString() {
    return "ClassifierPack[" + id() + "]";
  }
}

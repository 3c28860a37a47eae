package dev.anmok.onnx;

import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A model that tells a photo's subject from its background, such as U²-Net, ISNet or BiRefNet, in
/// a folder. `model.json` is read when the pack is opened; the model is loaded when asked for,
/// after the digests of its files have matched, and gives the pack's golden mask or is refused.
/// Immutable and thread-safe; holds no native resource itself.
public final class CutoutPack implements Pack {
  private final CutoutManifest manifest;
  private final CheckedFiles files;
  private final Threads threads;

  private CutoutPack(CutoutManifest manifest, CheckedFiles files, Threads threads) {
    this.manifest = manifest;
    this.files = files;
    this.threads = threads;
  }

  /// A pack in a folder. The folder may be a symbolic link, the files in it may not.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link; the message names file and key
  public static CutoutPack open(Path folder, Threads threads) throws IOException {
    return open(PackContent.Folder.of(folder), threads);
  }

  static CutoutPack open(PackContent content, Threads threads) throws IOException {
    var manifest = CutoutManifest.parse(content.where(), content.bytes(Manifest.FILE));
    return new CutoutPack(manifest, CheckedFiles.of(content, manifest.files()), threads);
  }

  @Override
  public String id() {
    return manifest.identity().id();
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

  /// The id of its segmenter ([Segmenter#id]), without loading it.
  public String segmenterId() {
    return manifest.segmenter();
  }

  @Override
  public List<String> files() {
    return files.names();
  }

  /// Loads the model. Each call opens a session of its own: share it between threads, and close it.
  ///
  /// @throws IOException if a digest, a shape or the golden mask does not match
  public Segmenter segmenter() throws IOException {
    return openSegmenter();
  }

  OnnxSegmenter openSegmenter() throws IOException {
    var content = files.content();
    var file = manifest.image().file();
    var tower = Tower.open(file + " of " + content.where(), files.model(file), threads);
    var segmenter = OnnxSegmenter.of(manifest, tower);
    try {
      if (!manifest.golden().isEmpty()) {
        var name = manifest.golden() + " of " + content.where();
        CutoutGolden.parse(name, files.read(manifest.golden())).check(segmenter);
      }
      return segmenter;
    } catch (IOException | RuntimeException e) {
      segmenter.close();
      throw e;
    }
  }

  @Override
  public List<String> verify(ImageDecoder decoder) throws IOException {
    return new CutoutPack(manifest, files.verified(), threads).check();
  }

  private List<String> check() throws IOException {
    try (var segmenter = openSegmenter()) {
      if (!manifest.golden().isEmpty()) {
        return List.of(files.said(), "the test picture has the stated mask");
      }
      CutoutGolden.tryOut(files.content().where(), segmenter);
      return List.of(
          files.said(), "the test picture has a mask; none of the model's masks are known");
    }
  }

  @Override
  public String toString() {
    return "CutoutPack[" + id() + "]";
  }
}

package dev.anmok.onnx;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The tiny translator and captioner, made by `training/packs`.
final class TinyPacks {
  static final String TRANSLATOR = "tiny-ko-en";
  static final String CAPTIONER = "tiny-captions";

  private TinyPacks() {}

  static SequencePack open(String id) throws IOException {
    return SequencePack.open(folder(id), Threads.SINGLE);
  }

  static Path folder(String id) {
    var url = Objects.requireNonNull(TinyPacks.class.getResource(id));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A copy to be damaged, in a folder called as the pack.
  static PackFolder copy(String id, Path into) throws IOException {
    var root = Files.createDirectories(into.resolve(id));
    try (var files = Files.walk(folder(id))) {
      for (var file : files.toList()) {
        var target = root.resolve(folder(id).relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
    return new PackFolder(root);
  }
}

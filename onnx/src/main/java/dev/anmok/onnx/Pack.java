package dev.anmok.onnx;

import dev.anmok.core.image.ImageDecoder;
import java.io.IOException;
import java.util.List;

/// What all packs can say of themselves. Immutable and thread-safe.
public sealed interface Pack permits ModelPack, SequencePack, ClassifierPack, CutoutPack {
  /// The pack's id.
  String id();

  /// One line for people.
  String title();

  /// What may be done with its weights.
  Licence licence();

  /// What may be done with the model, in one line for people at start-up.
  default String licenceLine() {
    var licence = licence();
    return licence.commercial()
        ? "model %s: %s".formatted(id(), licence.text())
        : "model %s is not for commercial use: %s".formatted(id(), licence.reason());
  }

  /// Bytes of all the files that `model.json` lists.
  long sizeBytes();

  /// Names of all its files, `model.json` among them.
  List<String> files();

  /// Checks everything: digests of all files, shapes and golden answers.
  ///
  /// @return what was checked, one line each, for people
  /// @throws IOException naming the first thing that does not match
  List<String> verify(ImageDecoder decoder) throws IOException;
}

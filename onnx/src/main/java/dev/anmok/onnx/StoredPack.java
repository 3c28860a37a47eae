package dev.anmok.onnx;

import java.io.IOException;
import java.nio.file.Path;

/// One entry of a [ModelStore].
public sealed interface StoredPack {
  /// A pack whose `model.json` and list of files are in order; its models are checked when loaded.
  sealed interface Usable extends StoredPack {
    /// The pack.
    Pack pack();
  }

  /// An encoder.
  ///
  /// @param embedded whether it ships with the program
  record Ready(ModelPack pack, boolean embedded) implements Usable {}

  /// A translator or a captioner.
  record Sequence(SequencePack pack) implements Usable {}

  /// A classifier.
  record Classifying(ClassifierPack pack) implements Usable {}

  /// A model that cuts out.
  record Cutout(CutoutPack pack) implements Usable {}

  /// A folder that holds no usable pack.
  ///
  /// @param problem one plain sentence for people
  record Broken(Path folder, String problem) implements StoredPack {}

  /// The pack in a folder, wherever it lies.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link
  static Usable open(Path folder, Threads threads) throws IOException {
    var content = PackContent.Folder.of(folder);
    return switch (PackKind.of(content)) {
      case ENCODER -> new Ready(ModelPack.open(content, threads), false);
      case TRANSLATOR, CAPTIONER -> new Sequence(SequencePack.open(content, threads));
      case CLASSIFIER -> new Classifying(ClassifierPack.open(content, threads));
      case CUTOUT -> new Cutout(CutoutPack.open(content, threads));
    };
  }
}

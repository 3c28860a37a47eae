package dev.anmok.onnx;

import java.nio.file.Path;

/// One entry of a [ModelStore].
public sealed interface StoredPack {
  /// A pack whose `model.json` and list of files are in order; its towers are checked when loaded.
  ///
  /// @param embedded whether it ships with the program
  record Ready(ModelPack pack, boolean embedded) implements StoredPack {}

  /// A folder that holds no usable pack.
  ///
  /// @param problem one plain sentence for people
  record Broken(Path folder, String problem) implements StoredPack {}
}

package dev.anmok.app.workspace;

import dev.anmok.onnx.Device;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.ModelStore;
import dev.anmok.onnx.StoredPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.nio.file.Path;

/// The model packs of a workspace. Inference calls use one thread each: several workers beat one
/// call with many threads.
public final class Models {
  private static volatile Device device = Device.CPU;

  private Models() {}

  /// Says what models that are opened from now on run on, in the whole process.
  public static void on(Device chosen) {
    device = chosen;
  }

  static Threads threads() {
    return new Threads(1, device);
  }

  /// Somebody named a model that is not there.
  public static final class UnknownModelException extends IllegalArgumentException {
    UnknownModelException(String message) {
      super(message);
    }
  }

  /// The embedded pack and those in the workspace's folder `models`.
  public static ModelStore in(Path workspace) {
    return new ModelStore(workspace.resolve("models"), threads());
  }

  /// The pack that ships with the program.
  public static ModelPack embedded() throws IOException {
    return ModelPack.embedded(threads());
  }

  /// The pack of this id.
  ///
  /// @throws UnknownModelException if there is none
  /// @throws IOException if it is broken
  public static ModelPack find(Path workspace, String id) throws IOException {
    var store = in(workspace);
    var ids =
        store.list().stream()
            .map(stored ->
                switch (stored) {
                  case StoredPack.Usable usable -> usable.pack().id();
                  case StoredPack.Broken(var folder, _) -> "" + folder.getFileName();
                })
            .toList();
    if (!ids.contains(id)) {
      throw new UnknownModelException(
          "unknown model '" + id + "': known are " + String.join(", ", ids));
    }
    return store.find(id);
  }
}

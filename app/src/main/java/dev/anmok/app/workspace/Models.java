package dev.anmok.app.workspace;

import dev.anmok.onnx.BlurNetwork;
import dev.anmok.onnx.Device;
import dev.anmok.onnx.DeviceChoice;
import dev.anmok.onnx.LicenceRule;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.ModelStore;
import dev.anmok.onnx.StoredPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The model packs of a workspace. Inference calls use one thread each: several workers beat one
/// call with many threads.
public final class Models {
  /// The environment variable for [#use]: `true`, `1`, `false` or `0`.
  public static final String COMMERCIAL_ONLY = "ANMOK_MODELS_COMMERCIAL_ONLY";

  private static volatile Device device = Device.CPU;
  private static volatile LicenceRule licences = LicenceRule.ANY;

  private Models() {}

  /// Says what models that are opened from now on run on, in the whole process.
  public static void on(Device chosen) {
    device = chosen;
  }

  /// What models run on.
  public static Device device() {
    return device;
  }

  /// Finds out what `auto` is on this machine, if that was said, and keeps it.
  ///
  /// @return what was chosen; empty if a device was named
  public static Optional<DeviceChoice> settle() {
    if (device.kind() != Device.Kind.AUTO) {
      return Optional.empty();
    }
    var choice = DeviceChoice.auto();
    device = choice.device();
    return Optional.of(choice);
  }

  /// Says which packs may be used from now on, in the whole process.
  public static void use(LicenceRule rule) {
    licences = rule;
  }

  /// The rule that an environment asks for.
  ///
  /// @throws IllegalArgumentException if it says something else than yes or no
  public static LicenceRule rule(Map<String, String> environment) {
    var said = environment.getOrDefault(COMMERCIAL_ONLY, "").strip().toLowerCase(Locale.ROOT);
    return switch (said) {
      case "true", "1" -> LicenceRule.COMMERCIAL_ONLY;
      case "", "false", "0" -> LicenceRule.ANY;
      default ->
          throw new IllegalArgumentException(
              COMMERCIAL_ONLY + " must be true or false, was '" + said + "'");
    };
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
    return new ModelStore(workspace.resolve("models"), threads(), licences);
  }

  /// The pack that ships with the program.
  ///
  /// @throws LicenceRule.RefusedException if it may not be used
  public static ModelPack embedded() throws IOException {
    var pack = ModelPack.embedded(threads());
    licences.require(pack.id(), pack.licence());
    return pack;
  }

  /// The network that measures blur, on a processor thread of its caller.
  ///
  /// @throws LicenceRule.RefusedException if it may not be used
  /// @throws IOException if it is damaged
  public static BlurNetwork blurNetwork() throws IOException {
    licences.require(BlurNetwork.ID, BlurNetwork.licence());
    return BlurNetwork.embedded(Threads.SINGLE);
  }

  /// The pack of this id, or `id:variant` for another of its precisions.
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
    if (!ids.contains(id.replaceFirst(":.+", ""))) {
      throw new UnknownModelException(
          "unknown model '" + id + "': known are " + String.join(", ", ids));
    }
    try {
      return store.find(id);
    } catch (ModelPack.NoVariantException e) {
      throw new UnknownModelException(String.valueOf(e.getMessage()));
    }
  }
}

package dev.anmok.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// ONNX Runtime's native libraries for this machine. Left alone, each start of a JVM unpacks them
/// again, some 20 MB; with the system property [#PROPERTY] it loads them from a folder instead.
public final class RuntimeLibraries {
  /// Names the folder that ONNX Runtime loads its libraries from.
  public static final String PROPERTY = "onnxruntime.native.path";

  private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

  private RuntimeLibraries() {}

  /// Unpacks the libraries into a folder, each first to a draft and then moved in one step.
  ///
  /// @return whether there are libraries for this machine
  public static boolean unpack(Path folder) throws IOException {
    var platform = platform();
    if (platform.isEmpty()) {
      return false;
    }
    Files.createDirectories(folder);
    for (var library : LIBRARIES) {
      var name = System.mapLibraryName(library);
      var resource = "/ai/onnxruntime/native/" + platform.get() + "/" + name;
      try (var in = OrtEnvironment.class.getResourceAsStream(resource)) {
        if (in == null) {
          return false;
        }
        var draft = folder.resolve(name + ".draft");
        Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return true;
  }

  /// What ONNX Runtime calls this machine, for example `linux-x64`.
  private static Optional<String> platform() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    var os =
        system.contains("linux")
            ? "linux"
            : system.contains("mac") ? "osx" : system.contains("win") ? "win" : "";
    var arch =
        switch (processor) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "aarch64";
          default -> "";
        };
    return os.isEmpty() || arch.isEmpty() ? Optional.empty() : Optional.of(os + "-" + arch);
  }
}

package dev.anmok.app.blur;

import dev.anmok.app.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// The trained model of a workspace, a JSON file, and the one that is shipped.
///
/// @param folder where it lies; need not exist
public record BlurModels(Path folder) {
  private static final String SHIPPED = "/blur/learned.json";
  private static final String WHAT = "blur model";

  /// The workspace's model, else the shipped one.
  ///
  /// @throws IOException if it is damaged or its measures are of another definition
  public StoredBlur find() throws IOException {
    var file = file();
    return Files.isRegularFile(file) ? read(file) : shipped();
  }

  /// Reads a model's file.
  ///
  /// @throws IOException if there is none, it is damaged or its measures are of another definition
  public static StoredBlur read(Path file) throws IOException {
    return StrictJson.read(file, BlurModelFile.class, WHAT).parse(file.toString());
  }

  /// The model that came with the program.
  public static StoredBlur shipped() throws IOException {
    try (var in = BlurModels.class.getResourceAsStream(SHIPPED)) {
      var name = "the shipped blur model";
      if (in == null) {
        throw new IOException(name + ": there is none; train one with: anmok train blur");
      }
      return StrictJson.read(name, in.readAllBytes(), BlurModelFile.class, WHAT).parse(name);
    }
  }

  /// Where the workspace's model lies, or would.
  public Path file() {
    return folder.resolve("learned.json");
  }

  /// Writes a model to a file, replacing one that is there in one step; makes its folder.
  public static void write(Path file, StoredBlur model) throws IOException {
    var target = file.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    var draft =
        target.resolveSibling(
            target.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
    try {
      Files.write(draft, StrictJson.write(BlurModelFile.of(model)));
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}

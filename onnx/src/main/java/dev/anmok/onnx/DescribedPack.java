package dev.anmok.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A pack that the program describes but does not hold: its `model.json` and golden answers are on
/// the class path, its weights are brought by whoever may have them.
///
/// @param id its name, one of [#KNOWN]
public record DescribedPack(String id) {
  /// Ids of the packs that are described.
  public static final List<String> KNOWN = List.of("mobilenet-v2");

  public DescribedPack {
    if (!KNOWN.contains(id)) {
      throw new IllegalArgumentException(
          "no pack '" + id + "' is described; known are " + String.join(", ", KNOWN));
    }
  }

  /// Puts a pack together in an empty folder: what is described, the weights, and files that lie
  /// beside them. Nothing is checked but that the files are there.
  ///
  /// @param weights the ONNX file, called whatever it is called
  /// @throws IOException if a file is missing
  public void assemble(Path weights, Path folder) throws IOException {
    var described = new PackContent.Embedded(id);
    var json = described.bytes(Manifest.FILE);
    var manifest = ClassifierManifest.parse(described.where(), json);
    Files.write(folder.resolve(Manifest.FILE), json);
    for (var name : manifest.files().keySet()) {
      var to = folder.resolve(name);
      if (name.equals(manifest.golden())) {
        Files.write(to, described.bytes(name));
      } else {
        var from = name.equals(manifest.image().file()) ? weights : weights.resolveSibling(name);
        if (!Files.isRegularFile(from)) {
          throw new IOException(from + ": there is no such file, and the pack " + id + " needs it");
        }
        Files.copy(from, to);
      }
    }
  }
}

package dev.anmok.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A public model that the program knows how to use but does not ship: all of its pack but the
/// weights. With the published file beside it, checked by its SHA-256, it is a pack like any other.
/// Descriptions are folders of resources below `packs/described`, listed in its `list.txt`.
public final class DescribedPack {
  private static final String ROOT = "/packs/described/";

  private final String id;
  private final Map<String, PackFile> files;

  private DescribedPack(String id, Map<String, PackFile> files) {
    this.id = id;
    this.files = files;
  }

  /// Ids of all descriptions.
  public static List<String> ids() throws IOException {
    try (var in = resource("list.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// The description of a model.
  ///
  /// @throws IOException if there is none, saying which there are
  public static DescribedPack of(String id) throws IOException {
    if (!ids().contains(id)) {
      throw new IOException(
          "no description of the model '%s': there are %s".formatted(id, String.join(", ", ids())));
    }
    try (var in = resource(id + "/" + Manifest.FILE)) {
      var json = PackJson.parse(Manifest.FILE + " of the description " + id, in.readAllBytes());
      return new DescribedPack(id, Manifest.files(id, json.object("files")));
    }
  }

  /// Puts the pack together: the description's files and the published ones.
  ///
  /// @param published the file of weights, beside which any further files lie, or a folder that
  ///   holds all published files under their names
  /// @param into an empty folder
  /// @throws IOException if a published file is not there or not the published one
  public void assemble(Path published, Path into) throws IOException {
    copy(Manifest.FILE, into);
    for (var file : files.values()) {
      if (DescribedPack.class.getResource(ROOT + id + "/" + file.name()) != null) {
        copy(file.name(), into);
      } else {
        var from = find(file.name(), published);
        if (!Files.isRegularFile(from)) {
          throw new FileNotFoundException(
              from + ": no such file; the model " + id + " needs " + file.name());
        }
        checked(from, file);
        Files.copy(from, into.resolve(file.name()));
      }
    }
  }

  /// A published file: weights may have any name, what else there is lies beside them.
  private static Path find(String name, Path published) {
    if (Files.isDirectory(published)) {
      return published.resolve(name);
    }
    return name.endsWith(".onnx") ? published : published.resolveSibling(name);
  }

  private void checked(Path from, PackFile file) throws IOException {
    try (var in = Files.newInputStream(from)) {
      var found = Digests.sha256(in);
      if (!found.equals(file.sha256())) {
        throw new IOException(
            "%s is not the published %s of %s: its SHA-256 is %s, that of the published file %s"
                .formatted(from, file.name(), id, found, file.sha256()));
      }
    }
  }

  private void copy(String name, Path into) throws IOException {
    try (var in = resource(id + "/" + name)) {
      Files.copy(in, into.resolve(name));
    }
  }

  private static InputStream resource(String name) throws IOException {
    var in = DescribedPack.class.getResourceAsStream(ROOT + name);
    if (in == null) {
      throw new FileNotFoundException("description " + name + " is not on the class path");
    }
    return in;
  }
}

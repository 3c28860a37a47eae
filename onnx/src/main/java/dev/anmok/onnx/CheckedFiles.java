package dev.anmok.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files of a pack, given out only after their SHA-256 has matched.
///
/// @param content where they are
/// @param files what is stated of each, by name
/// @param trusted names of those that have just matched: weights among them are not read again
record CheckedFiles(PackContent content, Map<String, PackFile> files, Set<String> trusted) {

  /// The files of a pack, each of which is there with the stated length.
  static CheckedFiles of(PackContent content, Map<String, PackFile> files) throws IOException {
    for (var file : files.values()) {
      content.check(file);
    }
    return new CheckedFiles(content, files, Set.of());
  }

  /// Refuses a name that a manifest uses and does not list.
  ///
  /// @param manifest which one, for messages
  /// @param key where it uses the name
  static void require(Map<String, PackFile> files, String manifest, String key, String name)
      throws IOException {
    if (!files.containsKey(name)) {
      throw new IOException(
          manifest + ": " + key + " names '" + name + "', which files does not list");
    }
  }

  /// Their names, and that of the manifest.
  List<String> names() {
    var names = new ArrayList<>(files.keySet());
    names.add(Manifest.FILE);
    return List.copyOf(names);
  }

  /// The weights of a tower: a file of its own, or bytes where the pack is embedded.
  sealed interface Weights {
    record OnDisk(Path path) implements Weights {}

    /// The bytes are shared with whoever opens the session, and not written to.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record InMemory(byte[] bytes) implements Weights {}
  }

  byte[] read(String name) throws IOException {
    byte[] bytes;
    try (var in = content.open(name)) {
      bytes = in.readAllBytes();
    }
    match(name, Digests.sha256(bytes));
    return bytes;
  }

  Weights weights(String name) throws IOException {
    Optional<Path> path = content.path(name);
    if (path.isEmpty()) {
      return new Weights.InMemory(read(name));
    }
    require(name);
    return new Weights.OnDisk(path.get());
  }

  /// An ONNX model, with what it keeps in files beside it.
  Weights model(String name) throws IOException {
    var weights = weights(name);
    if (weights instanceof Weights.OnDisk(var path)) {
      for (var other : externals(path, name)) {
        require(other);
      }
    }
    return weights;
  }

  /// Names of the files that hold weights of a model beside it. ONNX Runtime would open whatever
  /// the model names, so a name that is not a listed file of the pack is refused.
  private List<String> externals(Path file, String name) throws IOException {
    var folder = name.substring(0, name.lastIndexOf('/') + 1);
    var names = new ArrayList<String>();
    for (var location : OnnxFile.read(file).externals()) {
      var other = folder + (location.startsWith("./") ? location.substring(2) : location);
      if (!files.containsKey(other)) {
        throw new IOException(
            "%s: %s keeps weights in '%s', which is no listed file of the pack"
                .formatted(content.where(), name, location));
      }
      names.add(other);
    }
    return names;
  }

  /// Checks every file without keeping any.
  ///
  /// @return the same files, whose weights are not checked once more when they are opened
  CheckedFiles verified() throws IOException {
    for (var name : files.keySet()) {
      require(name);
    }
    return new CheckedFiles(content, files, Set.copyOf(files.keySet()));
  }

  /// What [#verified] checked, for people.
  String said() {
    return files.size() + " files have the stated SHA-256";
  }

  /// Bytes of all of them.
  long sizeBytes() {
    return files.values().stream().mapToLong(PackFile::bytes).sum();
  }

  /// Checks a file without keeping it, unless that was just done.
  private void require(String name) throws IOException {
    if (trusted.contains(name)) {
      return;
    }
    try (var in = content.open(name)) {
      match(name, Digests.sha256(in));
    }
  }

  private void match(String name, String found) throws IOException {
    var file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("not a file of the pack: " + name);
    }
    var expected = file.sha256();
    if (!found.equals(expected)) {
      throw new IOException(
          "%s: %s has SHA-256 %s, model.json says %s; fetch the pack again"
              .formatted(content.where(), name, found, expected));
    }
  }
}

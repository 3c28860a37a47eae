package dev.anmok.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where the files of a pack come from. Names were checked with [PackFile#checkName].
sealed interface PackContent {
  /// The pack, for messages.
  String where();

  InputStream open(String name) throws IOException;

  /// The whole of a file, unchecked.
  default byte[] bytes(String name) throws IOException {
    try (var in = open(name)) {
      return in.readAllBytes();
    }
  }

  /// Whether a file is there, as a plain one.
  boolean has(String name);

  /// The file itself, if it is one on its own.
  Optional<Path> path(String name);

  /// Refuses a stated file that is not there, is no plain file, or has another length. What is
  /// embedded was put there by the build; its digest is checked when it is read.
  void check(PackFile file) throws IOException;

  /// A pack on the class path.
  ///
  /// @param id name of its folder below `packs/`
  record Embedded(String id) implements PackContent {
    @Override
    public String where() {
      return "embedded pack " + id;
    }

    @Override
    public InputStream open(String name) throws IOException {
      var in = ModelPack.class.getResourceAsStream("/packs/" + id + "/" + name);
      if (in == null) {
        throw new FileNotFoundException(where() + ": " + name + " is not on the class path");
      }
      return in;
    }

    @Override
    public boolean has(String name) {
      return ModelPack.class.getResource("/packs/" + id + "/" + name) != null;
    }

    @Override
    public Optional<Path> path(String name) {
      return Optional.empty();
    }

    @Override
    public void check(PackFile file) {}
  }

  /// A pack in a folder of its own. Symbolic links inside it are refused, since what they show may
  /// lie elsewhere and change.
  record Folder(Path root) implements PackContent {
    /// @throws IOException if there is no such folder
    static Folder of(Path root) throws IOException {
      if (!Files.isDirectory(root)) {
        throw new IOException("pack " + root + ": there is no such folder");
      }
      return new Folder(root);
    }

    @Override
    public String where() {
      return "pack " + root;
    }

    @Override
    public InputStream open(String name) throws IOException {
      return Files.newInputStream(plain(name));
    }

    @Override
    public boolean has(String name) {
      try {
        return Files.isRegularFile(plain(name));
      } catch (IOException _) {
        return false;
      }
    }

    @Override
    public Optional<Path> path(String name) {
      return Optional.of(root.resolve(name));
    }

    @Override
    public void check(PackFile file) throws IOException {
      long bytes = Files.size(plain(file.name()));
      if (bytes != file.bytes()) {
        throw new IOException(
            "%s: %s has %d bytes, model.json says %d"
                .formatted(where(), file.name(), bytes, file.bytes()));
      }
    }

    private Path plain(String name) throws IOException {
      var path = root;
      for (var part : Path.of(name)) {
        path = path.resolve(part);
        if (Files.isSymbolicLink(path)) {
          throw new IOException(
              where() + ": " + name + " is a symbolic link, copy the file itself");
        }
      }
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileNotFoundException(where() + ": " + name + " is missing or no plain file");
      }
      return path;
    }
  }
}

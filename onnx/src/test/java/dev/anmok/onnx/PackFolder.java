package dev.anmok.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A copy of the embedded pack in a folder, to be damaged.
record PackFolder(Path root) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static PackFolder copyTo(Path root) throws IOException {
    var source = source();
    try (var files = Files.walk(source)) {
      for (var file : files.toList()) {
        var target = root.resolve(source.relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
    return new PackFolder(root);
  }

  static Path source() {
    var url = Objects.requireNonNull(ModelPack.class.getResource("/packs/anmok-mini"));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Changes `model.json`.
  PackFolder edit(Edit edit) throws IOException {
    return edit(Manifest.FILE, edit);
  }

  PackFolder edit(String file, Edit edit) throws IOException {
    var json = (ObjectNode) MAPPER.readTree(Files.readAllBytes(root.resolve(file)));
    edit.apply(json);
    Files.write(root.resolve(file), MAPPER.writeValueAsBytes(json));
    return this;
  }

  /// Writes the true length and SHA-256 of every listed file into `model.json`.
  PackFolder restate() throws IOException {
    return edit(json -> {
      for (var entry : json.get("files").properties()) {
        var facts = (ObjectNode) entry.getValue();
        try {
          var bytes = Files.readAllBytes(root.resolve(entry.getKey()));
          facts.put("bytes", bytes.length);
          facts.put("sha256", Digests.sha256(bytes));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    });
  }

  PackFolder write(String file, String content) throws IOException {
    Files.write(root.resolve(file), content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  ModelPack open() throws IOException {
    return ModelPack.open(root, Threads.SINGLE);
  }

  interface Edit {
    void apply(ObjectNode json);
  }
}

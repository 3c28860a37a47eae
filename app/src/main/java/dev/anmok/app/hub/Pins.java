package dev.anmok.app.hub;

import dev.anmok.app.json.StrictJson;
import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The digests of files whose description knew none, as they came with the first pull: from then on
/// another file under the same repository, revision and path is refused, from whatever hub it comes
/// and whether or not the pack is still there. Kept in `pins.json` of the models directory.
///
/// @param file where they are kept
record Pins(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// @param sha256 by `repository@revision/path`
  private record Content(Map<String, String> sha256) {}

  static Pins in(Path models) {
    return new Pins(models.resolve("pins.json"));
  }

  /// The digest that a file must have, of the description or of the first pull.
  Optional<String> expected(PublishedFile published) throws IOException {
    return published.sha256().isPresent()
        ? published.sha256()
        : Optional.ofNullable(read().get(key(published)));
  }

  /// Keeps the digests of files that had none, beside those that other pulls keep meanwhile.
  void keep(Map<PublishedFile, String> found) throws IOException {
    try (var _ = HeldFile.hold(file.resolveSibling(".pins.lock"), PATIENCE)) {
      var all = read();
      found.forEach((published, sha256) -> all.putIfAbsent(key(published), sha256));
      var draft = file.resolveSibling("." + file.getFileName() + ".draft");
      Files.write(draft, StrictJson.write(new Content(all)));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Map<String, String> read() throws IOException {
    return Files.isRegularFile(file)
        ? new TreeMap<>(StrictJson.read(file, Content.class, "list of digests").sha256())
        : new TreeMap<>();
  }

  static String key(PublishedFile published) {
    return published.repository() + "@" + published.revision() + "/" + published.path();
  }
}

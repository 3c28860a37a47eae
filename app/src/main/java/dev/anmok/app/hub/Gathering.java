package dev.anmok.app.hub;

import dev.anmok.app.json.StrictJson;
import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The hidden folder of a store in which the files of a pack gather, and where each came from: what
/// a pull left behind is used by a later one only if it is of the same hub, revision and path, or
/// its digest is known.
///
/// @param folder the hidden folder
/// @param from a file beside it that says where the files came from
record Gathering(Path folder, Path from) {
  /// @param origin by the file's name in the pack
  private record Content(Map<String, String> origin) {}

  /// A file that is to come.
  ///
  /// @param sha256 the digest that it must have, if it is known
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  record Coming(PublishedFile file, Optional<String> sha256) {
    private String origin(Hub hub) {
      return sha256.orElseGet(() -> hub.base() + " " + Pins.key(file));
    }
  }

  static Gathering of(Path models, String id) {
    return new Gathering(models.resolve(".pull-" + id), models.resolve(".pull-" + id + ".from"));
  }

  /// Makes the folder ready, without files that came from elsewhere.
  void begin(Hub hub, List<Coming> coming) throws IOException {
    Files.createDirectories(folder);
    var before =
        Files.isRegularFile(from)
            ? StrictJson.read(from, Content.class, "list of pulled files").origin()
            : Map.<String, String>of();
    var now = new TreeMap<String, String>();
    for (var each : coming) {
      var name = each.file().name();
      now.put(name, each.origin(hub));
      if (!each.origin(hub).equals(before.get(name))) {
        remove(name);
      }
    }
    Files.write(from, StrictJson.write(new Content(now)));
  }

  /// Throws away what no digest vouches for: the pack that was made of it is none.
  void doubt(List<Coming> coming) throws IOException {
    for (var each : coming) {
      if (each.sha256().isEmpty()) {
        remove(each.file().name());
      }
    }
  }

  /// The folder is at its place.
  void end() throws IOException {
    Files.deleteIfExists(from);
  }

  private void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
    new PartFile(folder.resolve(name + ".part")).delete();
  }
}

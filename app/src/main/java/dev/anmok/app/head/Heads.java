package dev.anmok.app.head;

import dev.anmok.app.json.StrictJson;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The learned heads of a workspace, one JSON file each.
///
/// @param folder where they lie; need not exist
public record Heads(Path folder) {
  private static final String WHAT = "head";

  /// Whether a text can be the name of a head: letters, digits, `-` and `_`, at most 64. It is then
  /// never a path.
  public static boolean isName(String text) {
    return NamedFiles.isName(text);
  }

  /// Reads a head of a space by its name, or another by the path of its file.
  ///
  /// @throws UnknownHeadException if it is neither
  /// @throws IOException if the file is damaged or the head belongs to another space
  public StoredHead load(String nameOrPath, VectorSpace space) throws IOException {
    var file = files().find(nameOrPath);
    if (!Files.isRegularFile(file)) {
      throw new UnknownHeadException(nameOrPath, names());
    }
    return StrictJson.read(file, HeadFile.class, WHAT).in(space, file);
  }

  /// Writes a head, in place of one of the same name.
  ///
  /// @return where it lies
  public Path save(StoredHead head) throws IOException {
    return files().save(head.name(), HeadFile.of(head));
  }

  /// The names, sorted.
  public List<String> names() throws IOException {
    return files().names();
  }

  /// The ids of the spaces that the heads belong to, by name of the head.
  ///
  /// @throws IOException if a file is damaged
  public SortedMap<String, String> spaces() throws IOException {
    var spaces = new TreeMap<String, String>();
    for (var name : names()) {
      spaces.put(name, StrictJson.read(files().find(name), HeadFile.class, WHAT).space());
    }
    return spaces;
  }

  private NamedFiles files() {
    return new NamedFiles(folder, WHAT);
  }
}

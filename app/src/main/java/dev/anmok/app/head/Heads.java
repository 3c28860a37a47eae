package dev.anmok.app.head;

import dev.anmok.app.json.StrictJson;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/// The learned heads of a workspace, one JSON file each.
///
/// @param folder where they lie; need not exist
public record Heads(Path folder) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}");
  private static final String ENDING = ".json";

  /// Whether a text can be the name of a head: letters, digits, `-` and `_`, at most 64. It is then
  /// never a path.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// Reads a head of a space by its name, or another by the path of its file.
  ///
  /// @throws UnknownHeadException if it is neither
  /// @throws IOException if the file is damaged or the head belongs to another space
  public StoredHead load(String nameOrPath, VectorSpace space) throws IOException {
    var file = isName(nameOrPath) ? file(nameOrPath) : Path.of(nameOrPath);
    if (!Files.isRegularFile(file)) {
      throw new UnknownHeadException(nameOrPath, names());
    }
    return StrictJson.read(file, HeadFile.class, "head").in(space, file);
  }

  /// Writes a head, in place of one of the same name.
  ///
  /// @return where it lies
  public Path save(StoredHead head) throws IOException {
    var file = file(head.name());
    Files.createDirectories(folder);
    var draft = folder.resolve(head.name() + "." + ProcessHandle.current().pid() + ".draft");
    try {
      Files.write(draft, StrictJson.write(HeadFile.of(head)));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }

  /// The names, sorted.
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> "" + file.getFileName())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(Heads::isName)
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a head's name must be letters, digits, '-' and '_', at most 64; was '" + name + "'");
    }
    return folder.resolve(name + ENDING);
  }
}

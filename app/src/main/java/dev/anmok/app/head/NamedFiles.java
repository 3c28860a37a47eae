package dev.anmok.app.head;

import dev.anmok.app.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/// JSON files in a folder that people call by name.
///
/// @param folder where they lie; need not exist
/// @param what what each is, for messages
record NamedFiles(Path folder, String what) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}");
  private static final String ENDING = ".json";

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// The file of a name, or the path of another file; neither need exist.
  Path find(String nameOrPath) {
    return isName(nameOrPath) ? file(nameOrPath) : Path.of(nameOrPath);
  }

  /// Writes a file in one step, in place of one of the same name.
  ///
  /// @return where it lies
  Path save(String name, Object content) throws IOException {
    var file = file(name);
    Files.createDirectories(folder);
    var draft = folder.resolve(name + "." + ProcessHandle.current().pid() + ".draft");
    try {
      Files.write(draft, StrictJson.write(content));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }

  /// The names, sorted.
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> "" + file.getFileName())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(NamedFiles::isName)
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a "
              + what
              + "'s name must be letters, digits, '-' and '_', at most 64; was '"
              + name
              + "'");
    }
    return folder.resolve(name + ENDING);
  }
}

package dev.anmok.spark.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Objects;

/// Writes the elements of a list as they come, one a line. The file is there whole or not at all.
///
/// @param path where to
/// @param head what stands before the first
/// @param tail what stands after the last
record JsonFile(Path path, String head, String tail) {
  /// Writes all.
  ///
  /// @return how many
  long write(Iterator<String> elements) throws IOException {
    var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    var draft = Files.createTempFile(folder, ".anmok-", ".tmp");
    try {
      long count = 0;
      try (var out = Files.newBufferedWriter(draft)) {
        out.write(head);
        for (; elements.hasNext(); count++) {
          out.write(count == 0 ? "" : ",\n");
          out.write(elements.next());
        }
        out.write(tail);
        out.newLine();
      }
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}

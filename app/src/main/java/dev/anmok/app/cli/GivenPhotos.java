package dev.anmok.app.cli;

import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The photos that somebody named on the command line, by files and folders.
final class GivenPhotos {
  private GivenPhotos() {}

  /// A photo.
  ///
  /// @param file absolute
  /// @param name relative to the folder that was named, or the file's own name
  record Given(Path file, Path name) {}

  /// All of them, in the order of the arguments and within a folder by name. A folder without
  /// photos is said, since an album without photos has an answer too.
  static List<Given> of(List<Path> paths, Console console) throws IOException {
    var all = new ArrayList<Given>();
    for (var path : paths) {
      var absolute = path.toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        var folder = FolderSource.of(path);
        if (folder.isEmpty()) {
          console.say("%s holds no files", path);
          continue;
        }
        try (var found = folder.photos()) {
          found
              .map(SourcePhoto::uri)
              .map(Path::of)
              .forEach(file -> all.add(new Given(file, below(absolute, file))));
        }
      } else if (Files.isRegularFile(path)) {
        all.add(new Given(absolute, absolute.getFileName()));
      } else {
        throw new UsageException(path + ": there is no such photo or folder");
      }
    }
    return all;
  }

  private static Path below(Path folder, Path file) {
    return file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
  }
}

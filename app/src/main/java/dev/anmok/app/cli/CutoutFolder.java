package dev.anmok.app.cli;

import dev.anmok.codec.CutoutPng;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.CutoutPicture;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.image.Pixels;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Writes cut-outs below a folder, each under its photo's name; photos that differ in nothing but
/// the ending get a number. Thread-safe.
final class CutoutFolder {
  private static final int QUALITY = 92;

  private final Path folder;
  private final @Nullable Backdrop backdropOrNull;
  private final PhotoWriter writer = PhotoWriter.open();
  private final Set<Path> taken = ConcurrentHashMap.newKeySet();

  private CutoutFolder(Path folder, @Nullable Backdrop backdropOrNull) {
    this.folder = folder;
    this.backdropOrNull = backdropOrNull;
  }

  /// Makes the folder if it is not there.
  ///
  /// @param backdropOrNull null for transparency
  static CutoutFolder make(Path folder, @Nullable Backdrop backdropOrNull) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException("--out " + folder + ": a file is there; name a folder");
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".cutout-", ".draft"));
    } catch (FileSystemException e) {
      throw new IOException(
          "--out " + folder + ": cannot be written to; name a folder that can: " + e.getMessage(),
          e);
    }
    return new CutoutFolder(folder, backdropOrNull);
  }

  /// Writes one.
  ///
  /// @param name of the photo, relative
  /// @return the file
  /// @throws UncheckedIOException if it cannot be written
  Path write(Path name, Pixels photo, Mask mask) {
    var file = free(name);
    try {
      Files.createDirectories(file.getParent());
      try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
        if (backdropOrNull == null) {
          CutoutPng.write(new CutoutPicture(photo, mask), stream);
        } else {
          stream.write(writer.jpeg(backdropOrNull.behind(photo, mask), QUALITY));
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + ": cannot be written: " + e.getMessage(), e));
    }
  }

  private Path free(Path name) {
    var text = String.valueOf(name.getFileName());
    int dot = text.lastIndexOf('.');
    var stem = dot > 0 ? text.substring(0, dot) : text;
    var ending = backdropOrNull == null ? "png" : "jpg";
    var place = folder.resolve(name);
    for (int number = 1; ; number++) {
      var own = number == 1 ? stem : String.format(Locale.ROOT, "%s-%d", stem, number);
      var file = place.resolveSibling(own + "." + ending);
      if (taken.add(file)) {
        return file;
      }
    }
  }
}

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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes cut-outs below a folder, each under its photo's name; of photos that differ in nothing
/// but the ending all but the first get a number. Writing is thread-safe.
final class CutoutFolder {
  private static final int QUALITY = 92;

  private final Path folder;
  private final @Nullable Backdrop backdropOrNull;
  private final PhotoWriter writer = PhotoWriter.open();
  private final Set<Path> taken = new HashSet<>();

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

  /// The files that the cut-outs of photos go to, one for each in their order, so that the same
  /// photos get the same names at every run.
  ///
  /// @throws UsageException if one is a photo that is to be cut out
  List<Path> files(List<GivenPhotos.Given> photos) throws IOException {
    var originals = new HashSet<Path>();
    for (var photo : photos) {
      if (Files.exists(photo.file())) {
        originals.add(photo.file().toRealPath());
      }
    }
    var files = new ArrayList<Path>();
    for (var photo : photos) {
      var file = free(photo.name());
      if (Files.exists(file) && originals.contains(file.toRealPath())) {
        throw new UsageException(
            "--out " + folder + ": would overwrite the photo " + file + "; name another folder");
      }
      files.add(file);
    }
    return files;
  }

  /// Writes one: to a draft first, so that no half a file is left where it cannot be ended.
  ///
  /// @param file one of [#files]
  /// @throws UncheckedIOException if it cannot be written
  void write(Path file, Pixels photo, Mask mask) {
    try {
      Files.createDirectories(file.getParent());
      var draft = file.resolveSibling("." + file.getFileName() + ".draft");
      try {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
          if (backdropOrNull == null) {
            CutoutPng.write(new CutoutPicture(photo, mask), stream);
          } else {
            stream.write(writer.jpeg(backdropOrNull.behind(photo, mask), QUALITY));
          }
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
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

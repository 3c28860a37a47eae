package dev.anmok.core.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A folder whose sub-folders are items: the name of a first-level sub-folder is the id and title
/// of the item of every file below it; files directly in the folder belong to no item.
///
/// Every file is a photo until its bytes say otherwise, whatever its extension: what is no picture
/// ends as a rejection that people see. Only names that begin with a dot, `Thumbs.db` and
/// `desktop.ini` are passed over, and symbolic links to folders or to files outside the folder. A
/// sub-folder that may not be listed appears as if it were a file, to be rejected as unreadable.
///
/// The order is that of names (by UTF-16 code units), folder by folder; the names of one folder and
/// of its parents are held at a time. Names stay as they are on disk, not normalised; the URI is
/// the absolute path.
public final class FolderSource implements Source {
  private final String name;
  private final Path root;

  private FolderSource(String name, Path root) {
    this.name = name;
    this.root = root;
  }

  /// The folder as a source.
  ///
  /// @throws IOException if there is no such folder
  public static FolderSource of(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new IOException("there is no folder " + folder + ": check the path");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file, not a folder: give the folder that holds it");
    }
    return new FolderSource(folder.toString(), folder.toAbsolutePath().normalize());
  }

  @Override
  public String name() {
    return name;
  }

  /// Whether the folder holds no file at all; [#count()] and [#photos()] then say so by an
  /// exception.
  public boolean isEmpty() throws IOException {
    return !new FolderWalk(root).hasNext();
  }

  /// Walks the folder once without opening a file.
  @Override
  public OptionalLong count() throws IOException {
    long count = 0;
    for (var files = files(); files.hasNext(); files.next()) {
      count++;
    }
    return OptionalLong.of(count);
  }

  @Override
  public Stream<SourcePhoto> photos() throws IOException {
    var files =
        Spliterators.spliteratorUnknownSize(files(), Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(files, false).map(this::photo);
  }

  private Iterator<Path> files() throws IOException {
    var files = new FolderWalk(root);
    if (!files.hasNext()) {
      throw new IOException(name + " holds no files: give a folder with photos in it");
    }
    return files;
  }

  private SourcePhoto photo(Path file) {
    return new SourcePhoto(file.toString(), item(root.relativize(file)));
  }

  private static @Nullable Item item(Path relative) {
    if (relative.getNameCount() < 2) {
      return null;
    }
    var folder = relative.getName(0).toString();
    return new Item(folder, folder, Map.of());
  }
}

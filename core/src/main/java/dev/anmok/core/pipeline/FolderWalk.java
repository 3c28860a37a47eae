package dev.anmok.core.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/// Goes through the files below a folder in the order of their names, one folder at a time, as
/// [FolderSource] says.
final class FolderWalk implements Iterator<Path> {
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  private final Path realRoot;

  /// What is left of the present folder and of its parents, the next one last.
  private final Deque<Path> left = new ArrayDeque<>();

  FolderWalk(Path root) throws IOException {
    this.realRoot = root.toRealPath();
    list(root);
  }

  @Override
  public boolean hasNext() {
    while (!left.isEmpty() && isFolder(left.peek())) {
      var folder = left.pop();
      try {
        list(folder);
      } catch (IOException e) {
        left.push(folder);
        return true; // it passes for a file and will be rejected with a reason
      }
    }
    return !left.isEmpty();
  }

  @Override
  public Path next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return left.pop();
  }

  private void list(Path folder) throws IOException {
    var names = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::counts)) {
      entries.forEach(names::add);
    } catch (UncheckedIOException | DirectoryIteratorException e) {
      throw new IOException(folder + " cannot be listed", e);
    }
    names.sort(Comparator.comparing(path -> path.getFileName().toString()));
    names.reversed().forEach(left::push);
  }

  private boolean counts(Path path) {
    var name = path.getFileName().toString();
    if (name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return !Files.isSymbolicLink(path) || staysInside(path);
  }

  /// Whether a link leads to a file below the root. One that leads nowhere counts too: that its
  /// photo is missing is worth saying.
  private boolean staysInside(Path link) {
    if (Files.isDirectory(link)) {
      return false;
    }
    try {
      return !Files.exists(link) || link.toRealPath().startsWith(realRoot);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}

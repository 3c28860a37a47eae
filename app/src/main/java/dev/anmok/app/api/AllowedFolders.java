package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.json.Tree;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.CsvSource;
import dev.anmok.app.source.JsonLinesSource;
import dev.anmok.app.source.UrlListSource;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders that clients may ingest from, and nothing else on this machine: paths that climb out
/// by `..` are refused, and those that lead through symbolic links.
///
/// @param folders their real paths
/// @param urls whether a list of URLs is a source too
record AllowedFolders(List<Path> folders, boolean urls) {
  private static final String WHAT_TO_DO = "; the server's --allow-folder names what may be read";

  private static final int MAX_LISTED = 1_000;

  /// As strict as those who read: one letter and a colon begin a path of Windows.
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  AllowedFolders {
    folders = List.copyOf(folders);
  }

  /// The folder or manifest of that absolute path.
  ///
  /// @throws Problem 403 if it is not in an allowed folder, 400 or 404 if it is none
  Source source(String text) throws IOException {
    var path = inside(text);
    if (Files.isDirectory(path)) {
      return FolderSource.of(path);
    }
    var name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return new Guarded(new CsvSource(path, Columns.DEFAULT), this);
    }
    if (name.endsWith(".jsonl")) {
      return new Guarded(new JsonLinesSource(path, Columns.DEFAULT), this);
    }
    if (urls && name.endsWith(".txt")) {
      return new UrlListSource(path);
    }
    throw Problem.badRequest(
        "source "
            + text
            + ": not a folder, and not a manifest whose name ends in .csv or .jsonl"
            + (urls ? ", or in .txt for a list of URLs" : ""));
  }

  /// The allowed folders, as [#within] lists them.
  List<Map<String, Object>> roots() {
    return folders.stream().map(folder -> entry(folder, folder.toString())).toList();
  }

  /// What lies in a folder.
  ///
  /// @param sources at most [#MAX_LISTED], in order of their names
  /// @param more whether there are more
  record Listing(List<Map<String, Object>> sources, boolean more) {}

  /// The folders and manifests in an allowed folder. Hidden ones and symbolic links are left out.
  ///
  /// @throws Problem 403 if it is not in an allowed folder or cannot be read, 400 or 404 if it is
  ///   none
  Listing within(String text) throws IOException {
    var path = inside(text);
    if (!Files.isDirectory(path)) {
      throw Problem.badRequest("path " + text + " is no folder");
    }
    try (var entries = Files.list(path)) {
      var shown = entries.filter(this::shown).sorted().limit(MAX_LISTED + 1L).toList();
      var sources =
          shown.stream()
              .limit(MAX_LISTED)
              .map(each -> entry(each, String.valueOf(each.getFileName())))
              .toList();
      return new Listing(sources, shown.size() > MAX_LISTED);
    } catch (AccessDeniedException e) {
      throw Problem.of(403, "path " + text + " cannot be read by the server");
    }
  }

  private boolean shown(Path path) {
    var name = String.valueOf(path.getFileName());
    return !name.startsWith(".")
        && !Files.isSymbolicLink(path)
        && (Files.isDirectory(path) || manifest(name));
  }

  private static Map<String, Object> entry(Path path, String name) {
    return Tree.of("path", path.toString())
        .and("name", name)
        .and("kind", Files.isDirectory(path) ? "folder" : "manifest")
        .map();
  }

  private boolean manifest(String fileName) {
    var name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".jsonl") || (urls && name.endsWith(".txt"));
  }

  private Path inside(String text) {
    var path = parse(text);
    var root = folders.stream().filter(path::startsWith).findFirst();
    if (!path.isAbsolute() || !path.equals(path.normalize()) || root.isEmpty()) {
      throw refused(text, "is not in a folder that may be read");
    }
    var walked = root.get();
    for (var name : walked.relativize(path)) {
      walked = walked.resolve(name.toString());
      if (Files.isSymbolicLink(walked)) {
        throw refused(text, "leads through a symbolic link");
      }
    }
    if (!Files.exists(path)) {
      throw Problem.notFound("source " + text + ": there is no such folder or manifest");
    }
    return path;
  }

  private static Path parse(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw Problem.badRequest("source is no path: " + e.getReason());
    }
  }

  private static Problem refused(String text, String why) {
    return Problem.of(403, "source " + text + " " + why + WHAT_TO_DO);
  }

  /// Whether a photo named in a manifest may be read: it lies in an allowed folder, whatever links
  /// lead to it, or nowhere. URLs are left to those who read them, who go by rules of their own.
  private boolean holds(String uri) {
    if (URL.matcher(uri).matches()) {
      return true;
    }
    try {
      var path = Path.of(uri);
      var real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
      return folders.stream().anyMatch(real::startsWith);
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  /// A manifest that must not name photos elsewhere; the first one that is ends it.
  private record Guarded(Source manifest, AllowedFolders allowed) implements Source {
    @Override
    public String name() {
      return manifest.name();
    }

    @Override
    public OptionalLong count() throws IOException {
      return manifest.count();
    }

    @Override
    public Stream<SourcePhoto> photos() throws IOException {
      return manifest
          .photos()
          .peek(photo -> {
            if (photo.flaw().isEmpty() && !allowed.holds(photo.uri())) {
              throw new UncheckedIOException(
                  new IOException(
                      name() + " names " + photo.uri() + ", which may not be read" + WHAT_TO_DO));
            }
          });
    }
  }
}

package dev.anmok.app.ui;

import dev.anmok.core.pipeline.Photo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All files of the pages, read once from the program's jar, and Preact from its WebJar. Together
/// they have a version: browsers keep files of a version for good, and never mix two.
final class UiFiles {
  private static final String HOME = "index.html";
  private static final String WEBJAR = "/META-INF/resources/webjars/preact/";
  private static final String PREACT_VERSION = "10.28.0";
  private static final int VERSION_DIGITS = 16;

  private final Map<String, UiFile> files;
  private final UiFile home;
  private final String version;

  private UiFiles(Map<String, UiFile> files, UiFile home, String version) {
    this.files = files;
    this.home = home;
    this.version = version;
  }

  /// Reads them.
  ///
  /// @throws IOException if the program's own files are missing
  static UiFiles load() throws IOException {
    var all = new TreeMap<String, byte[]>(own());
    all.put("lib/preact.js", preact("dist/preact.module.js"));
    all.put("lib/hooks.js", preact("hooks/dist/hooks.module.js"));
    var version = version(all);
    var html = all.remove(HOME);
    if (html == null) {
      throw missing(HOME);
    }
    var home = new String(html, StandardCharsets.UTF_8).replace("{version}", version);
    var files = new TreeMap<String, UiFile>();
    all.forEach((name, bytes) -> files.put(name, new UiFile(UiFile.type(name), bytes)));
    var page = new UiFile(UiFile.type(HOME), home.getBytes(StandardCharsets.UTF_8));
    return new UiFiles(files, page, version);
  }

  private static Map<String, byte[]> own() throws IOException {
    var url = UiFiles.class.getResource(HOME);
    if (url == null) {
      throw missing(HOME);
    }
    try {
      var uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return tree(Path.of(uri).resolveSibling(""));
      }
      var jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
      try (var system = FileSystems.newFileSystem(jar, Map.of())) {
        var name = uri.toString().substring(uri.toString().indexOf('!') + 1);
        return tree(system.getPath(name).resolveSibling(""));
      }
    } catch (URISyntaxException e) {
      throw new IOException("the program's own files cannot be found at " + url, e);
    }
  }

  private static Map<String, byte[]> tree(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths::iterator) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path) && !name.endsWith(".class")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  /// A module of Preact that finds the other one beside it: browsers know no packages.
  private static byte[] preact(String module) throws IOException {
    var name = WEBJAR + PREACT_VERSION + "/" + module;
    try (InputStream in = UiFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw missing(name);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("from\"preact\"", "from\"./preact.js\"")
          .replaceAll("\\n?//# sourceMappingURL=.*", "")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static IOException missing(String name) {
    return new IOException(
        "the program's own file " + name + " is missing from its jar; build it again");
  }

  private static String version(Map<String, byte[]> files) {
    var all = new ByteArrayOutputStream();
    files.forEach((name, bytes) -> {
      all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
      all.writeBytes(bytes);
    });
    return Photo.digest(all.toByteArray()).substring(0, VERSION_DIGITS);
  }

  /// The document that all pages begin with.
  UiFile home() {
    return home;
  }

  /// The file of a name such as `page/search.js`.
  Optional<UiFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// Names the files of this program.
  String version() {
    return version;
  }
}

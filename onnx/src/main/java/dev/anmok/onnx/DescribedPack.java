package dev.anmok.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A public model that the program knows how to use but does not ship: all of its pack but the
/// weights. With the published files it is a pack like any other. Descriptions are folders of
/// resources below `packs/described`, listed in its `list.txt`, or folders that people bring.
///
/// Either `model.json` lists all files with their digests, or a `hub.json` beside it says where the
/// files are published and what is known of them ([Publication]), and `model.json` lists none.
public final class DescribedPack {
  private static final String ROOT = "/packs/described/";

  private final Place place;
  private final Manifest.Identity identity;
  private final byte[] model;
  private final Map<String, PackFile> files;
  private final Optional<Publication> publication;

  private DescribedPack(
      Place place,
      Manifest.Identity identity,
      byte[] model,
      Map<String, PackFile> files,
      Optional<Publication> publication) {
    this.place = place;
    this.identity = identity;
    this.model = model;
    this.files = files;
    this.publication = publication;
  }

  /// Where the files of a description lie.
  private sealed interface Place {
    /// A file of the description, if it has it.
    Optional<InputStream> open(String name) throws IOException;

    record Resources(String id) implements Place {
      @Override
      public Optional<InputStream> open(String name) {
        return Optional.ofNullable(DescribedPack.class.getResourceAsStream(ROOT + id + "/" + name));
      }
    }

    record Folder(Path root) implements Place {
      @Override
      public Optional<InputStream> open(String name) throws IOException {
        var file = root.resolve(name);
        return Files.isRegularFile(file)
            ? Optional.of(Files.newInputStream(file))
            : Optional.empty();
      }
    }

    default boolean has(String name) throws IOException {
      try (var in = open(name).orElse(null)) {
        return in != null;
      }
    }

    default byte[] bytes(String name) throws IOException {
      try (var in = open(name).orElse(null)) {
        if (in == null) {
          throw new FileNotFoundException("the description " + this + " has no " + name);
        }
        return in.readAllBytes();
      }
    }
  }

  /// Ids of all descriptions.
  public static List<String> ids() throws IOException {
    try (var in = DescribedPack.class.getResourceAsStream(ROOT + "list.txt")) {
      if (in == null) {
        throw new FileNotFoundException("the list of descriptions is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// The description of a model by its id or another name of it, such as that of its repository.
  ///
  /// @throws IOException if there is none, saying which there are
  public static DescribedPack of(String name) throws IOException {
    if (ids().contains(name)) {
      return read(new Place.Resources(name));
    }
    for (var id : ids()) {
      var pack = read(new Place.Resources(id));
      if (pack.publication.isPresent() && goesBy(pack.publication.get(), name)) {
        return pack;
      }
    }
    throw new IOException(
        "no description of the model '%s': there are %s".formatted(name, String.join(", ", ids())));
  }

  private static boolean goesBy(Publication published, String name) {
    return published.model().equals(name)
        || published.names().contains(name)
        || published.mistaken().containsKey(name);
  }

  /// A description in a folder of one's own.
  ///
  /// @throws IOException if its `model.json` or `hub.json` breaks a rule
  public static DescribedPack read(Path folder) throws IOException {
    return read(new Place.Folder(folder));
  }

  private static DescribedPack read(Place place) throws IOException {
    var where = Manifest.FILE + " of the description " + place;
    var model = place.bytes(Manifest.FILE);
    var json = PackJson.parse(where, model);
    var publication =
        place.has(Publication.FILE)
            ? Optional.of(
                Publication.parse(
                    Publication.FILE + " of the description " + place,
                    place.bytes(Publication.FILE)))
            : Optional.<Publication>empty();
    if (publication.isPresent() && json.names().contains("files")) {
      throw json.wrong("files", "left out, since " + Publication.FILE + " has the files");
    }
    var files =
        publication.isPresent()
            ? Map.<String, PackFile>of()
            : Manifest.files(where, json.object("files"));
    return new DescribedPack(place, Manifest.Identity.parse(json), model, files, publication);
  }

  /// The id of the usual variant's pack.
  public String id() {
    return identity.id();
  }

  /// The id of a variant's pack.
  public String id(String variant) {
    return publication.isEmpty() || variant.equals(publication.get().usual())
        ? identity.id()
        : identity.id() + "-" + variant;
  }

  /// What it is: the code of a [PackKind], or `head` for a learned head, which is no pack.
  public String kind() throws IOException {
    return PackJson.parse(Manifest.FILE, model).text("kind", PackKind.ENCODER.code());
  }

  /// One line for people.
  public String title() {
    return identity.title();
  }

  /// What may be done with the weights.
  public Licence licence() {
    return identity.licence();
  }

  /// Where the files are published; empty for a model that is only brought by hand.
  public Optional<Publication> publication() {
    return publication;
  }

  /// What to know of a name that the model was asked for by though no model is published under it.
  public Optional<String> warning(String name) {
    return publication.map(published -> published.mistaken().get(name));
  }

  /// Puts the usual variant's pack together, see [#assemble(Path, String, Path)].
  public void assemble(Path published, Path into) throws IOException {
    assemble(published, publication.map(Publication::usual).orElse(""), into);
  }

  /// Puts the pack together: the description's files and the published ones.
  ///
  /// @param published the file of weights, beside which any further files lie, or a folder that
  ///   holds all published files under their names or as their repository has them
  /// @param variant one of the publication's, ignored where there is none
  /// @param into an empty folder
  /// @throws IOException if a published file is not there, a symbolic link, or not the published
  ///   one
  public void assemble(Path published, String variant, Path into) throws IOException {
    if (publication.isEmpty()) {
      Files.write(into.resolve(Manifest.FILE), model);
      for (var file : files.values()) {
        if (!describes(file.name(), into)) {
          bring(file.name(), find(file.name(), published), Optional.of(file.sha256()), into);
        }
      }
      return;
    }
    var sha256 = new HashMap<String, String>();
    for (var file : publication.get().files(variant)) {
      sha256.put(file.name(), bring(file.name(), find(file, published), file.sha256(), into));
    }
    settle(variant, into, sha256);
  }

  /// Makes a pack of a folder that holds the published files of a variant under their names, whose
  /// digests were checked: adds the description's files and `model.json`.
  ///
  /// @param sha256 the digests of files by name, where they are known; others are computed
  /// @throws IOException if a file is not what the description needs
  public void settle(String variant, Path folder, Map<String, String> sha256) throws IOException {
    var published = publication.orElseThrow();
    var names = new ArrayList<String>();
    for (var file : published.files(variant)) {
      names.add(file.name());
    }
    var where = Manifest.FILE + " of the description " + place;
    var golden = PackJson.parse(where, model).text("golden", "");
    if (!golden.isEmpty() && describes(PackFile.checkName(where, "golden", golden), folder)) {
      names.add(golden);
    }
    new PackAssembly(folder, published, sha256).write(model, id(variant), names);
  }

  /// Copies a file of the description itself.
  ///
  /// @return whether it has it
  private boolean describes(String name, Path into) throws IOException {
    try (var in = place.open(name).orElse(null)) {
      if (in == null) {
        return false;
      }
      var to = into.resolve(name);
      Files.createDirectories(to.getParent());
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
  }

  /// A published file: weights may have any name, what else there is lies beside them.
  private static Path find(String name, Path published) {
    if (Files.isDirectory(published)) {
      return published.resolve(name);
    }
    return name.endsWith(".onnx") ? published : published.resolveSibling(name);
  }

  /// As the repository has it, or under the last part of that, or under the pack's own name.
  private static Path find(PublishedFile file, Path published) {
    if (!Files.isDirectory(published)) {
      return find(file.name(), published);
    }
    var path = Path.of(file.path());
    for (var candidate : List.of(path, path.getFileName())) {
      if (Files.exists(published.resolve(candidate))) {
        return published.resolve(candidate);
      }
    }
    return published.resolve(file.name());
  }

  /// Copies a published file.
  ///
  /// @return its digest, computed of the bytes on their way
  private String bring(String name, Path from, Optional<String> sha256, Path into)
      throws IOException {
    if (Files.isSymbolicLink(from)) {
      throw new IOException(from + " is a symbolic link, copy the file itself");
    }
    if (!Files.isRegularFile(from)) {
      throw new FileNotFoundException(
          from + ": no such file; the model " + identity.id() + " needs " + name);
    }
    var to = into.resolve(name);
    Files.createDirectories(to.getParent());
    var found = Digests.copying(from, to);
    if (sha256.isPresent() && !found.equals(sha256.get())) {
      throw new IOException(
          "%s is not the published %s of %s: its SHA-256 is %s, that of the published file %s"
              .formatted(from, name, identity.id(), found, sha256.get()));
    }
    return found;
  }

  @Override
  public String toString() {
    return "DescribedPack[" + identity.id() + "]";
  }
}

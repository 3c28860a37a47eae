package dev.anmok.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The packs that can be used: the embedded one, then the folders of a models directory in the
/// order of their names. A folder is called as its pack's id.
///
/// @param directory the models directory; it need not exist
/// @param threads for the towers of the packs
/// @param licences which of them may be used; all are listed
public record ModelStore(Path directory, Threads threads, LicenceRule licences) {
  /// A store of which every pack may be used.
  public ModelStore(Path directory, Threads threads) {
    this(directory, threads, LicenceRule.ANY);
  }

  /// Every pack, and every folder that should be one. One broken folder hides no other pack.
  public List<StoredPack> list() throws IOException {
    var all = new ArrayList<StoredPack>();
    all.add(new StoredPack.Ready(ModelPack.embedded(threads), true));
    for (var folder : folders()) {
      all.add(read(folder));
    }
    return List.copyOf(all);
  }

  /// The pack with this id, or `id:variant` for another of its precisions, such as
  /// `clip-vit-b-32:int8`.
  ///
  /// @throws ModelPack.NoVariantException if it has no such precision, saying which there are
  /// @throws IOException if there is none, saying which there are, if it is broken, saying how, or
  ///   if its licence keeps it from being used
  public ModelPack find(String id) throws IOException {
    if (id.equals(ModelPack.EMBEDDED)) {
      return allowed(ModelPack.embedded(threads));
    }
    int colon = id.indexOf(':');
    if (colon >= 0 && colon < id.length() - 1) {
      return find(id.substring(0, colon), id.substring(colon + 1));
    }
    var known = new ArrayList<String>();
    known.add(ModelPack.EMBEDDED);
    for (var folder : folders()) {
      var name = name(folder);
      known.add(name);
      if (name.equals(id)) {
        return switch (read(folder)) {
          case StoredPack.Ready(var pack, _) -> allowed(pack);
          case StoredPack.Sequence(var pack) ->
              throw new IOException(
                  "the model " + id + " is a " + pack.kind().code() + ", not an encoder");
          case StoredPack.Classifying _ ->
              throw new IOException("the model " + id + " is a classifier, not an encoder");
          case StoredPack.Cutout _ ->
              throw new IOException("the model " + id + " cuts photos out, it is not an encoder");
          case StoredPack.Broken(_, var problem) -> throw new IOException(problem);
        };
      }
    }
    throw new IOException("unknown model '" + id + "': known are " + String.join(", ", known));
  }

  private ModelPack find(String id, String variant) throws IOException {
    if (id.equals(ModelPack.EMBEDDED)) {
      return allowed(ModelPack.open(new PackContent.Embedded(id), threads, variant));
    }
    for (var folder : folders()) {
      if (name(folder).equals(id)) {
        var pack = ModelPack.open(folder, threads, variant);
        var problem = misnamed(folder, pack.id().substring(0, pack.id().indexOf(':')));
        if (problem.isPresent()) {
          throw new IOException(problem.get());
        }
        return allowed(pack);
      }
    }
    return find(id); // says which there are
  }

  /// The translator or captioner with this id.
  ///
  /// @throws IOException if there is none, saying which there are, if it is broken, saying how, or
  ///   if its licence keeps it from being used
  public SequencePack sequence(String id) throws IOException {
    var known = new ArrayList<String>();
    for (var folder : folders()) {
      var name = name(folder);
      if (name.equals(id)) {
        return switch (read(folder)) {
          case StoredPack.Sequence(var pack) -> allowed(pack);
          case StoredPack.Ready _ ->
              throw new IOException(
                  "the model " + id + " is an encoder, not a translator or captioner");
          case StoredPack.Classifying _ ->
              throw new IOException(
                  "the model " + id + " is a classifier, not a translator or captioner");
          case StoredPack.Cutout _ ->
              throw new IOException(
                  "the model " + id + " cuts photos out, it is not a translator or captioner");
          case StoredPack.Broken(_, var problem) -> throw new IOException(problem);
        };
      }
      if (read(folder) instanceof StoredPack.Sequence) {
        known.add(name);
      }
    }
    throw new IOException(
        "unknown translator or captioner '%s' in %s: %s; add one with: anmok models add FOLDER"
            .formatted(
                id,
                directory,
                known.isEmpty() ? "there is none" : "there are " + String.join(", ", known)));
  }

  /// The classifier with this id.
  ///
  /// @throws IOException if there is none, saying which there are, if it is broken, saying how, or
  ///   if its licence keeps it from being used
  public ClassifierPack classifier(String id) throws IOException {
    var known = new ArrayList<String>();
    for (var folder : folders()) {
      var name = name(folder);
      var stored = read(folder);
      if (stored instanceof StoredPack.Classifying(var pack)) {
        if (name.equals(id)) {
          return allowed(pack);
        }
        known.add(name);
      } else if (name.equals(id)) {
        throw new IOException(
            stored instanceof StoredPack.Broken(_, var problem)
                ? problem
                : "the model " + id + " is no classifier");
      }
    }
    throw new IOException(
        "unknown classifier '%s' in %s: %s; add one with: anmok models add FOLDER"
            .formatted(
                id,
                directory,
                known.isEmpty() ? "there is none" : "there are " + String.join(", ", known)));
  }

  /// The packs that cut out, in the order of their names.
  public List<CutoutPack> cutouts() throws IOException {
    var packs = new ArrayList<CutoutPack>();
    for (var folder : folders()) {
      if (read(folder) instanceof StoredPack.Cutout(var pack)) {
        packs.add(pack);
      }
    }
    return List.copyOf(packs);
  }

  /// The pack with this id that cuts out.
  ///
  /// @throws IOException if there is none, saying which there are, if it is broken, saying how, or
  ///   if its licence keeps it from being used
  public CutoutPack cutout(String id) throws IOException {
    for (var folder : folders()) {
      if (name(folder).equals(id)) {
        return switch (read(folder)) {
          case StoredPack.Cutout(var pack) -> allowed(pack);
          case StoredPack.Ready _, StoredPack.Sequence _, StoredPack.Classifying _ ->
              throw new IOException("the model " + id + " does not cut photos out");
          case StoredPack.Broken(_, var problem) -> throw new IOException(problem);
        };
      }
    }
    var known = cutouts().stream().map(CutoutPack::id).toList();
    throw new IOException(
        "no cut-out model '%s' in %s: %s; add one with: anmok models add FILE --as %s"
            .formatted(
                id,
                directory,
                known.isEmpty() ? "there is none" : "there are " + String.join(", ", known),
                DescribedPack.ids().contains(id) ? id : DescribedPack.ids().getFirst()));
  }

  private <P extends Pack> P allowed(P pack) throws IOException {
    licences.require(pack.id(), pack.licence());
    return pack;
  }

  private StoredPack read(Path folder) {
    try {
      var stored = StoredPack.open(folder, threads);
      return misnamed(folder, stored.pack().id())
          .<StoredPack>map(problem -> new StoredPack.Broken(folder, problem))
          .orElse(stored);
    } catch (IOException e) {
      return new StoredPack.Broken(folder, "" + e.getMessage());
    }
  }

  /// What is wrong with a folder whose pack has another id: by that it would not be found again.
  private static Optional<String> misnamed(Path folder, String id) {
    if (id.equals(ModelPack.EMBEDDED)) {
      return Optional.of("pack %s: the id %s belongs to the embedded pack".formatted(folder, id));
    }
    return id.equals(name(folder))
        ? Optional.empty()
        : Optional.of("pack %s: the id is %s, rename the folder to that".formatted(folder, id));
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) && !name(entry).startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String name(Path folder) {
    return "" + folder.getFileName();
  }
}

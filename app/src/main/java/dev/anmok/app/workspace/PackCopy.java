package dev.anmok.app.workspace;

import dev.anmok.core.image.ImageDecoder;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.Licence;
import dev.anmok.onnx.ModelStore;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Copies a model pack into a store: to a draft beside its place, which is verified whole and then
/// moved, so that no half pack is ever in use.
///
/// @param store where to
/// @param decoder of golden pictures
/// @param allowed ids of packs that may come in though their weights are not for commercial use
public record PackCopy(ModelStore store, ImageDecoder decoder, Set<String> allowed) {
  /// What came in.
  ///
  /// @param checked what was verified, one line each, for people
  public record Added(String id, Path folder, List<String> checked) {
    public Added {
      checked = List.copyOf(checked);
    }
  }

  /// A pack whose weights are not for commercial use, and which was not allowed by name.
  public static final class LicenceException extends IOException {
    LicenceException(String id, Licence licence) {
      super(
          "the pack %s is not for commercial use: %s; to use it all the same, say"
                  .formatted(id, licence.reason())
              + " --non-commercial "
              + id);
    }
  }

  /// Puts a public model's pack together from its description and the published file, verifies and
  /// adds it.
  ///
  /// @param published the file, or a folder that holds it
  /// @throws IOException if the file is not there or not the published one, or the pack is there
  ///   already
  public Added add(Path published, DescribedPack described) throws IOException {
    Files.createDirectories(store.directory());
    var draft = Files.createTempDirectory(store.directory(), ".draft-");
    try {
      described.assemble(published, draft);
      return add(draft);
    } finally {
      remove(draft);
    }
  }

  /// Copies, verifies and adds a pack.
  ///
  /// @throws IOException if it is no pack, its id is taken, its licence forbids it, or it does not
  ///   verify
  public Added add(Path folder) throws IOException {
    var found = StoredPack.open(folder, Models.threads()).pack();
    var id = found.id();
    var licence = found.licence();
    if (!licence.commercial() && !allowed.contains(id)) {
      throw new LicenceException(id, licence);
    }
    var target = store.directory().resolve(id);
    if (Files.exists(target)) {
      throw new IOException(target + " is there already: remove it first");
    }
    Files.createDirectories(store.directory());
    var draft = Files.createTempDirectory(store.directory(), ".draft-");
    try {
      for (var name : found.files()) {
        var to = draft.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(folder.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
      }
      var checked = StoredPack.open(draft, Models.threads()).pack().verify(decoder);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return new Added(id, target, checked);
    } catch (IOException | RuntimeException e) {
      remove(draft);
      throw e;
    }
  }

  private static void remove(Path draft) throws IOException {
    try (var files = Files.walk(draft)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

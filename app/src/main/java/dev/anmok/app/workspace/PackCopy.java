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
  /// @param variant of the description's, where it has several
  /// @throws IOException if the file is not there or not the published one, or the pack is there
  ///   already
  public Added add(Path published, DescribedPack described, String variant) throws IOException {
    var id = described.id(variant);
    requireAllowed(id, described.licence());
    requireFree(id);
    Files.createDirectories(store.directory());
    var draft = Files.createTempDirectory(store.directory(), ".draft-");
    try {
      described.assemble(published, variant, draft);
      return adopt(draft);
    } catch (IOException | RuntimeException e) {
      remove(draft);
      throw e;
    }
  }

  /// Copies, verifies and adds a pack.
  ///
  /// @throws IOException if it is no pack, its id is taken, its licence forbids it, or it does not
  ///   verify
  public Added add(Path folder) throws IOException {
    var found = StoredPack.open(folder, Models.threads()).pack();
    requireAllowed(found.id(), found.licence());
    requireFree(found.id());
    Files.createDirectories(store.directory());
    var draft = Files.createTempDirectory(store.directory(), ".draft-");
    try {
      for (var name : found.files()) {
        var to = draft.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(folder.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
      }
      return adopt(draft);
    } catch (IOException | RuntimeException e) {
      remove(draft);
      throw e;
    }
  }

  /// Verifies a pack that lies in a hidden folder of the store, and moves it to its place.
  ///
  /// @throws IOException if it does not verify, or the place is taken
  public Added adopt(Path draft) throws IOException {
    var pack = StoredPack.open(draft, Models.threads()).pack();
    requireAllowed(pack.id(), pack.licence());
    requireFree(pack.id());
    var checked = pack.verify(decoder);
    var target = store.directory().resolve(pack.id());
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    return new Added(pack.id(), target, checked);
  }

  /// Verifies a pack that is in the store already.
  public Added present(String id) throws IOException {
    var folder = store.directory().resolve(id);
    var pack = StoredPack.open(folder, Models.threads()).pack();
    return new Added(id, folder, pack.verify(decoder));
  }

  /// Refuses a pack that may not come in.
  ///
  /// @throws LicenceException if its weights are not for commercial use and it was not allowed by
  ///   name, or only others are used at all
  public void requireAllowed(String id, Licence licence) throws IOException {
    store.licences().require(id, licence);
    if (!licence.commercial() && !allowed.contains(id)) {
      throw new LicenceException(id, licence);
    }
  }

  private void requireFree(String id) throws IOException {
    var target = store.directory().resolve(id);
    if (Files.exists(target)) {
      throw new IOException(target + " is there already: remove it first");
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

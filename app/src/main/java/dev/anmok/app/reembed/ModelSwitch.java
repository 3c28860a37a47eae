package dev.anmok.app.reembed;

import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.ServingModel;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/// Changes which space of a workspace is served. The old one is kept with its vectors and its index
/// until it is dropped.
///
/// @param serving the workspace as it is served, open for writing
public record ModelSwitch(Session serving) {
  /// Ways of scoring whose numbers say something about pixels and nothing about vectors: they hold
  /// in every space.
  static final Set<String> OF_PIXELS = Set.of("pixels", "blur");

  private static final int CALIBRATION_PARTS = 5;

  /// Makes another model the one that is served: its index is brought up to date, numbers that
  /// belong to no space go along, then one setting is written.
  ///
  /// @param next the workspace with that model
  /// @param leaveOut whether photos that could not be embedded may be left out
  /// @throws RefusedException if the space is not complete
  public void to(Session next, boolean leaveOut) throws IOException {
    SpaceState.of(next).require(leaveOut);
    Indexes.update(next, _ -> {});
    commit(next);
  }

  /// Writes that a prepared space is served from now on.
  public void commit(Session next) throws IOException {
    carry(catalog(), serving.pack().space().id(), next.pack().space().id());
    new ServingModel(catalog()).change(next.pack().id());
  }

  private static void carry(Catalog catalog, String from, String to) throws IOException {
    for (var setting : catalog.settings("calibration/").entrySet()) {
      var parts = setting.getKey().split("/", CALIBRATION_PARTS);
      if (parts.length == CALIBRATION_PARTS
          && parts[2].equals(from)
          && OF_PIXELS.contains(parts[3])) {
        parts[2] = to;
        catalog.set(String.join("/", parts), setting.getValue());
      }
    }
  }

  /// The workspace with the model that was served before.
  ///
  /// @throws RefusedException if there was none
  public Session before() throws IOException {
    return serving.beside(idBefore());
  }

  /// The model that was served before.
  ///
  /// @throws RefusedException if there was none
  public String idBefore() throws IOException {
    return new ServingModel(catalog())
        .before()
        .orElseThrow(() ->
            new RefusedException(
                "there is no model to go back to: none was served before %s"
                    .formatted(serving.pack().id())));
  }

  /// The workspace with the model of a name: a pack's id, or the id of a space that has vectors.
  ///
  /// @throws Models.UnknownModelException if there is neither
  /// @throws RefusedException if the pack of the space has another space by now
  public Session find(String name) throws IOException {
    var space = catalog().spaces().stream().filter(each -> each.id().equals(name)).findFirst();
    if (space.isEmpty()) {
      return serving.beside(name);
    }
    var next = serving.beside(space.get().encoder());
    if (!next.pack().space().equals(space.get())) {
      throw new RefusedException(
          "the model %s has the space %s now, not %s: run anmok reembed --model %s"
              .formatted(
                  next.pack().id(), next.pack().space().id(), space.get().id(), next.pack().id()));
    }
    return next;
  }

  /// Removes the vectors and the index of a space that is not served.
  ///
  /// @param name its id, or the id of its model where that has one space only
  /// @param progress told how many photos were gone through
  /// @return the space that is gone
  /// @throws RefusedException if it is served, or there is none such
  public VectorSpace drop(String name, LongConsumer progress) throws IOException {
    var space = dropped(name);
    var workspace = serving.workspace();
    var index = workspace.indexFolder(space.id());
    Indexes.erase(workspace, space.id());
    Files.deleteIfExists(index.resolve("write.lock"));
    Files.deleteIfExists(index);
    Backgrounds.drop(workspace, space);
    catalog().vectors().drop(space, progress);
    return space;
  }

  private VectorSpace dropped(String name) throws IOException {
    var served = serving.pack().space();
    if (name.equals(served.id())) {
      throw new RefusedException(served.id() + " is served; only another space can be dropped");
    }
    var others = catalog().spaces().stream().filter(space -> !space.equals(served)).toList();
    var found =
        others.stream()
            .filter(space -> space.id().equals(name) || space.encoder().equals(name))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new RefusedException(
        "%s spaces called '%s' can be dropped; there are: %s"
            .formatted(found.isEmpty() ? "no" : "several", name, words(others)));
  }

  private static String words(List<VectorSpace> spaces) {
    return spaces.isEmpty()
        ? "none but the one that is served"
        : String.join(", ", spaces.stream().map(VectorSpace::id).toList());
  }

  private Catalog catalog() {
    return serving.workspace().catalog();
  }
}

package dev.anmok.spark;

import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A profile together with a model, by the same rules as in a workspace: the session of an empty
/// workspace in a temporary folder, which is deleted in the end.
///
/// @param folder the temporary folder
/// @param session open in it
public record ScratchSession(Path folder, Session session) implements AutoCloseable {
  /// Opens one.
  ///
  /// @param modelsOrNull folder of model packs; null for the embedded one alone
  /// @throws Models.UnknownModelException if there is no such model
  public static ScratchSession open(
      String profile, String profileText, String model, @Nullable String modelsOrNull)
      throws IOException {
    var folder = Files.createTempDirectory("anmok-spark-");
    try {
      if (modelsOrNull != null) {
        Files.createSymbolicLink(folder.resolve("models"), Path.of(modelsOrNull).toAbsolutePath());
      }
      var session = Session.fill(folder, profile, profileText, Optional.of(model));
      return new ScratchSession(folder, session);
    } catch (IOException | RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  /// Opens one on an executor, where the packs may be others than the driver's.
  ///
  /// @param space short name of the space that the driver's pack makes
  /// @throws IOException if the model pack is not there or another one, naming it and what to do
  public static ScratchSession onNode(
      String profile, String profileText, String model, @Nullable String modelsOrNull, String space)
      throws IOException {
    var where = modelsOrNull == null ? "the job's jar" : modelsOrNull;
    ScratchSession scratch;
    try {
      scratch = open(profile, profileText, model, modelsOrNull);
    } catch (Models.UnknownModelException e) {
      throw new IOException(
          "the model pack '%s' is not in %s on this node: copy its folder there on every node, or name one that all share by --models (%s)"
              .formatted(model, where, e.getMessage()),
          e);
    }
    var found = scratch.session().pack().space().id();
    if (!found.equals(space)) {
      scratch.close();
      throw new IOException(
          "the model pack '%s' in %s makes the space %s on this node, on the driver's it made %s: copy the driver's pack to every node"
              .formatted(model, where, found, space));
    }
    return scratch;
  }

  @Override
  public void close() throws IOException {
    try {
      session.close();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) { // does not follow the link to the models
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package dev.anmok.app.reembed;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.SpaceVectors;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.NoIndexException;
import java.io.IOException;
import java.util.Optional;

/// How far a space is from being served.
///
/// @param model id of its model's pack
/// @param space the space
/// @param vectors photos with and without a vector
/// @param indexed whether an index of it was built, perhaps of an earlier state of the catalog
public record SpaceState(
    String model, VectorSpace space, SpaceVectors.Progress vectors, boolean indexed) {
  /// The state of a session's space.
  ///
  /// @throws IOException also if its index cannot be looked at now
  public static SpaceState of(Session session) throws IOException {
    var space = session.pack().space();
    var vectors = session.workspace().catalog().vectors().progress(space);
    return new SpaceState(session.pack().id(), space, vectors, indexed(session));
  }

  private static boolean indexed(Session session) throws IOException {
    try (var index = Indexes.open(session)) {
      return index.generation() >= 0;
    } catch (IOException e) {
      switch (e.getCause()) {
        case NoIndexException _ -> {}
        case IndexDamagedException _ -> {} // or of another choice: built anew
        case null, default -> throw e; // nobody knows: it must not be taken for none and erased
      }
      return false;
    }
  }

  /// The same once the photos that came since the space was filled have their vectors. A space that
  /// never was filled, and so has no index, stays as it is.
  public SpaceState caughtUp() {
    var all = new SpaceVectors.Progress(vectors.photos() - vectors.failed(), vectors.failed(), 0);
    return indexed ? new SpaceState(model, space, all, true) : this;
  }

  /// Requires that it can be served.
  ///
  /// @param leaveOut as [#problem] has it
  /// @throws RefusedException if it cannot be yet
  public void require(boolean leaveOut) throws RefusedException {
    var problem = problem(leaveOut);
    if (problem.isPresent()) {
      throw new RefusedException(problem.get());
    }
  }

  /// Why it cannot be served yet, with what to do; empty if it can.
  ///
  /// @param leaveOut whether it may be served without the photos that could not be embedded
  public Optional<String> problem(boolean leaveOut) {
    if (vectors.missing() > 0) {
      return Optional.of(
          "%d of %d photos have no vector in %s: run anmok reembed --model %s"
              .formatted(vectors.missing(), vectors.photos(), space.id(), model));
    }
    if (vectors.failed() > 0 && !leaveOut) {
      return Optional.of(
          ("%d of %d photos could not be embedded in %s and would not be found any more: see"
                  + " unembedded.csv in the workspace, then run anmok reembed --model %s"
                  + " --retry-rejected, or say --leave-out to do without them")
              .formatted(vectors.failed(), vectors.photos(), space.id(), model));
    }
    return indexed
        ? Optional.empty()
        : Optional.of("%s has no index: run anmok reembed --model %s".formatted(space.id(), model));
  }
}

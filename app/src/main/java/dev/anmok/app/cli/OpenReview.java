package dev.anmok.app.cli;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.review.BlurOpinions;
import dev.anmok.app.review.Subject;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.pipeline.Seen;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A workspace whose photos are reviewed, with what its profile's method says of them.
///
/// @param session the workspace
/// @param opinions what the method says
record OpenReview(Session session, BlurOpinions opinions) implements AutoCloseable {
  /// Opens it for looking.
  static OpenReview read(Path workspace) throws IOException {
    return bind(Session.read(workspace, Optional.empty()));
  }

  /// Opens it for storing what people say.
  static OpenReview update(Path workspace) throws IOException {
    return bind(Session.update(workspace, Optional.empty()));
  }

  private static OpenReview bind(Session session) throws IOException {
    try {
      return new OpenReview(session, new BlurOpinions(ProfileBlur.judge(session)));
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  Reviews reviews() {
    return session.workspace().catalog().reviews();
  }

  /// The digest of a photo that the user named by it, or by where it lies.
  ///
  /// @throws UsageException if the workspace has no such photo
  String digest(String named) throws IOException {
    var found = named.matches("[0-9a-f]{64}") ? Optional.of(named) : at(named);
    return found
        .filter(this::known)
        .orElseThrow(() ->
            new UsageException(
                named
                    + ": the workspace has no such photo; name it by its id or its place, as 'anmok"
                    + " review --format json' prints them"));
  }

  private boolean known(String sha256) {
    try {
      return reviews().photo(sha256, Subject.BLUR.code(), opinions.version()).isPresent();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<String> at(String place) throws IOException {
    var catalog = session.workspace().catalog();
    var seen = catalog.seen(place);
    if (seen.isEmpty()) {
      try {
        seen = catalog.seen(Path.of(place).toAbsolutePath().normalize().toString());
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return seen.flatMap(Seen::sha256);
  }

  @Override
  public void close() throws IOException {
    session.close();
  }
}

package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.review.Answers;
import dev.anmok.app.review.BlurOpinions;
import dev.anmok.app.review.Opinions;
import dev.anmok.app.review.Subject;
import dev.anmok.app.workspace.Calibrations;
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
record OpenReview(Session session, Opinions opinions) implements AutoCloseable {
  /// Opens it for looking.
  static OpenReview read(Path workspace, Subject subject) throws IOException {
    return bind(Session.read(workspace, Optional.empty()), subject);
  }

  /// Opens it for storing what people say.
  static OpenReview update(Path workspace, Subject subject) throws IOException {
    return bind(Session.update(workspace, Optional.empty()), subject);
  }

  private static OpenReview bind(Session session, Subject subject) throws IOException {
    try {
      return new OpenReview(session, opinions(session, subject));
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static Opinions opinions(Session session, Subject subject) throws IOException {
    return switch (subject) {
      case BLUR -> new BlurOpinions(ProfileBlur.judge(session));
      case CATEGORY -> categories(session);
      case DUPLICATES ->
          throw new UsageException(
              "copies are reviewed side by side: in the browser ('anmok serve'), or over HTTP; undo"
                  + " and export work here");
    };
  }

  private static Opinions categories(Session session) throws IOException {
    var album = session.profile().album().orElseGet(Profiles::shippedAlbum);
    var catalog = session.workspace().catalog();
    try (var texts = session.pack().texts()) {
      var calibrations = new Calibrations(catalog, session.pack());
      var heads = session.workspace().folder().resolve("heads");
      var context = new AlbumContext(album, session.pack(), texts, calibrations, heads);
      return CategoriesJob.bind(context).opinions(catalog);
    }
  }

  /// What people may say about a subject, by a session's profile.
  static Answers answers(Session session, Subject subject) {
    return switch (subject) {
      case BLUR -> Answers.BLUR;
      case DUPLICATES -> Answers.DUPLICATES;
      case CATEGORY ->
          Answers.of(session.profile().album().orElseGet(Profiles::shippedAlbum).categories());
    };
  }

  Answers answers() {
    return opinions.answers();
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
      return reviews().photo(sha256, opinions.subject(), opinions.version()).isPresent();
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

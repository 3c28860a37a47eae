package dev.anmok.app.cli;

import dev.anmok.app.blur.BlurMethods;
import dev.anmok.app.profile.Album;
import dev.anmok.app.profile.BlurChoice;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The blur methods of a workspace, or the shipped ones where there is none.
final class BlurSession implements AutoCloseable {
  static final String FOLDER = "blur";

  private final BlurMethods methods;
  private final @Nullable Session session;

  private BlurSession(BlurMethods methods, @Nullable Session session) {
    this.methods = methods;
    this.session = session;
  }

  /// For reading; the workspace need not be there.
  static BlurSession read(Path workspace) throws IOException {
    return Workspace.present(workspace)
        ? of(Session.read(workspace, Optional.empty()), workspace)
        : new BlurSession(new BlurMethods(null, workspace.resolve(FOLDER)), null);
  }

  /// For storing bands; the workspace must be there.
  static BlurSession update(Path workspace) throws IOException {
    return of(Session.update(workspace, Optional.empty()), workspace);
  }

  private static BlurSession of(Session session, Path workspace) {
    var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
    return new BlurSession(new BlurMethods(calibrations, workspace.resolve(FOLDER)), session);
  }

  /// The method of the workspace's profile, or the one of profiles that name none.
  String profileMethod() {
    return session == null
        ? BlurChoice.DEFAULT.method()
        : session.profile().album().map(Album::blur).orElse(BlurChoice.DEFAULT).method();
  }

  BlurMethods methods() {
    return methods;
  }

  /// The name of a method, checked.
  static String method(String name) {
    if (!BlurMethods.NAMES.contains(name)) {
      throw new UsageException(
          "--method must be one of " + String.join(", ", BlurMethods.NAMES) + ", was " + name);
    }
    return name;
  }

  @Override
  public void close() throws IOException {
    if (session != null) {
      session.close();
    }
  }
}

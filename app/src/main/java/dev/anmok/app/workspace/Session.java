package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.Profiles;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A workspace together with the profile and the model that it is used with.
public final class Session implements AutoCloseable {
  private static final String PROFILE_NAME = "profile.name";
  private static final String PROFILE_TEXT = "profile.text";
  private static final String MODEL = "model";

  private final Workspace workspace;
  private final Named profile;
  private final ModelPack pack;

  private Session(Workspace workspace, Named profile, ModelPack pack) {
    this.workspace = workspace;
    this.profile = profile;
    this.pack = pack;
  }

  /// A profile with the name or path it was asked for by, and its text.
  private record Named(String name, String text, Profile profile) {
    static Named load(String name) throws IOException {
      return parse(name, Profiles.text(name));
    }

    static Named parse(String name, String text) throws IOException {
      return new Named(name, text, Profiles.parse(name, text));
    }
  }

  /// Opens a workspace for reading.
  ///
  /// @param profile another profile than the one it was filled with
  public static Session read(Path folder, Optional<String> profile) throws IOException {
    return in(Workspace.read(folder), profile);
  }

  /// Opens a workspace for writing that must be there.
  public static Session update(Path folder, Optional<String> profile) throws IOException {
    return in(Workspace.update(folder), profile);
  }

  /// Opens or makes a workspace to fill it; the profile and the model are remembered in it.
  ///
  /// @throws IOException if the workspace was filled with another model
  public static Session fill(Path folder, String profile, Optional<String> model)
      throws IOException {
    var named = Named.load(profile); // before a folder is made for nothing
    var pack = Models.find(folder, model.orElse(ModelPack.EMBEDDED));
    var workspace = Workspace.write(folder);
    try {
      var present = workspace.catalog().setting(MODEL);
      if (present.isPresent() && !present.get().equals(pack.id())) {
        throw new IOException(
            folder
                + " was filled with the model "
                + present.get()
                + ", not "
                + pack.id()
                + ": vectors of two models do not compare; name another --workspace");
      }
      workspace.catalog().set(MODEL, pack.id());
      var session = new Session(workspace, named, pack);
      session.adoptProfile();
      return session;
    } catch (IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private static Session in(Workspace workspace, Optional<String> profile) throws IOException {
    try {
      var catalog = workspace.catalog();
      var model = catalog.setting(MODEL).orElse(ModelPack.EMBEDDED);
      var pack = Models.find(workspace.folder(), model);
      return new Session(workspace, profile(workspace, profile), pack);
    } catch (IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private static Named profile(Workspace workspace, Optional<String> named) throws IOException {
    if (named.isPresent()) {
      return Named.load(named.get());
    }
    var name = workspace.catalog().setting(PROFILE_NAME).orElse("cafe");
    var text = workspace.catalog().setting(PROFILE_TEXT);
    return text.isPresent() ? Named.parse(name, text.get()) : Named.load(name);
  }

  /// Makes this session's profile the workspace's own; the session must be open for writing.
  public void adoptProfile() throws IOException {
    workspace.catalog().set(PROFILE_NAME, profile.name());
    workspace.catalog().set(PROFILE_TEXT, profile.text());
  }

  public Workspace workspace() {
    return workspace;
  }

  public Profile profile() {
    return profile.profile();
  }

  public ModelPack pack() {
    return pack;
  }

  @Override
  public void close() throws IOException {
    workspace.close();
  }
}

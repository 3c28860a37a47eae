package dev.anmok.app.workspace;

import dev.anmok.app.category.Categorizer;
import dev.anmok.app.category.CategoryOff;
import dev.anmok.app.cutout.PhotoCutout;
import dev.anmok.app.cutout.Segmenters;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.profile.SpokenProfile;
import dev.anmok.core.embed.CutoutGate;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workspace together with the profile and the model that it is used with.
public final class Session implements AutoCloseable {
  private static final String PROFILE_NAME = "profile.name";
  private static final String PROFILE_TEXT = "profile.text";
  private static final String BACKGROUND = "background";

  private final Workspace workspace;
  private final Named profile;
  private final SpokenProfile spoken;
  private final Treated treated;
  private final boolean owner;

  private Session(Workspace workspace, Named profile, Treated treated, boolean owner) {
    this.workspace = workspace;
    this.profile = profile;
    var pack = treated.pack();
    this.spoken = SpokenProfile.of(profile.profile(), pack.id(), pack.languages());
    this.treated = treated;
    this.owner = owner;
  }

  /// A model together with what is done to photos before it sees them. All that embeds photos or
  /// texts, or asks for the space, does so by this pack, so that none of it can be of another
  /// space.
  private record Treated(
      ModelPack pack, @Nullable PhotoCutout cutoutOrNull, @Nullable CategoryOff offOrNull) {
    static Treated of(ModelPack pack, Profile profile, Path workspace) throws IOException {
      var choice = profile.cutout();
      if (choice.isEmpty()) {
        return new Treated(pack, null, null);
      }
      var store = Models.in(workspace);
      CategoryOff off = null;
      if (!choice.get().offFor().isEmpty()) {
        var categories = profile.category().orElseGet(CategoryChoice::shipped);
        var origin = new Categorizer.Origin(pack, workspace, store, null);
        off = CategoryOff.of(choice.get().offFor(), categories, origin);
      }
      var gate = off == null ? CutoutGate.OPEN : off;
      var cutout = PhotoCutout.of(choice.get(), new Segmenters(store), gate);
      return new Treated(pack.treating(cutout), cutout, off);
    }

    String background() {
      return pack.space().background();
    }

    /// Refuses photos of another background than the workspace has.
    void require(Workspace workspace) throws IOException {
      var catalog = workspace.catalog();
      if (new ServingModel(catalog).id().isEmpty()) {
        return; // nothing was filled in yet
      }
      var present = catalog.setting(BACKGROUND).orElse(VectorSpace.NO_BACKGROUND);
      if (!present.equals(background())) {
        throw new IOException(
            "%s was filled with photos on the background '%s', the profile asks for '%s': vectors"
                    .formatted(workspace.folder(), present, background())
                + " of two backgrounds do not compare; use the profile it was filled with, or name"
                + " another --workspace");
      }
    }
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
    return fill(folder, Named.load(profile), model); // loaded before a folder is made for nothing
  }

  /// The same with a profile whose text is at hand.
  ///
  /// @param profile the name or path that it was asked for by
  public static Session fill(
      Path folder, String profile, String profileText, Optional<String> model) throws IOException {
    return fill(folder, Named.parse(profile, profileText), model);
  }

  private static Session fill(Path folder, Named named, Optional<String> model) throws IOException {
    var pack = Models.find(folder, model.orElse(ModelPack.EMBEDDED));
    var workspace = Workspace.write(folder);
    try {
      var serving = new ServingModel(workspace.catalog());
      var present = serving.id();
      if (present.isPresent() && !present.get().equals(pack.id())) {
        throw new IOException(
            folder
                + " was filled with the model "
                + present.get()
                + ", not "
                + pack.id()
                + ": vectors of two models do not compare; name another --workspace, or change its"
                + " model with: anmok reembed --model "
                + pack.id());
      }
      var treated = Treated.of(pack, named.profile(), folder);
      treated.require(workspace);
      serving.change(pack.id());
      workspace.catalog().set(BACKGROUND, treated.background());
      var session = new Session(workspace, named, treated, true);
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
      var model = new ServingModel(catalog).id().orElse(ModelPack.EMBEDDED);
      var pack = Models.find(workspace.folder(), model);
      var named = profile(workspace, profile);
      var treated = Treated.of(pack, named.profile(), workspace.folder());
      treated.require(workspace);
      return new Session(workspace, named, treated, true);
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

  /// The same workspace and profile with another model, whose space lies beside this one's. Closing
  /// it leaves the workspace open.
  ///
  /// @throws Models.UnknownModelException if there is no such model
  /// @throws IOException if it is broken
  public Session beside(String model) throws IOException {
    var pack = Models.find(workspace.folder(), model);
    var other = Treated.of(pack, profile.profile(), workspace.folder());
    return new Session(workspace, profile, other, false);
  }

  /// The same for somebody who closes it before this one. Closing it leaves the workspace open.
  public Session lent() {
    return new Session(workspace, profile, treated, false);
  }

  /// Makes this session's profile the workspace's own; the session must be open for writing.
  public void adoptProfile() throws IOException {
    workspace.catalog().set(PROFILE_NAME, profile.name());
    workspace.catalog().set(PROFILE_TEXT, profile.text());
  }

  public Workspace workspace() {
    return workspace;
  }

  /// The profile, without prompts in languages that the model does not know.
  public Profile profile() {
    return spoken.profile();
  }

  /// What was left out of the profile because the model does not know its language, for people.
  public List<String> notes() {
    return spoken.notes();
  }

  /// The name or path that the profile was asked for by.
  public String profileSource() {
    return profile.name();
  }

  /// The profile as its file says it.
  public String profileText() {
    return profile.text();
  }

  /// The model with what the profile does to photos before it sees them: the one place that says
  /// which vectors of pictures and texts belong together.
  public ModelPack pack() {
    return treated.pack();
  }

  /// Where the classifiers of the workspace come from.
  ///
  /// @param encoderOrNull as [Categorizer.Origin] has it
  public Categorizer.Origin classifiers(@Nullable ImageEncoder encoderOrNull) {
    var folder = workspace.folder();
    return new Categorizer.Origin(pack(), folder, Models.in(folder), encoderOrNull);
  }

  /// What cuts photos out, if the profile says so.
  public Optional<PhotoCutout> cutout() {
    return Optional.ofNullable(treated.cutoutOrNull());
  }

  @Override
  public void close() throws IOException {
    if (treated.offOrNull() != null) {
      treated.offOrNull().close();
    }
    if (owner) {
      workspace.close();
    }
  }
}

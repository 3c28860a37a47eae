package dev.anmok.app.threshold;

import dev.anmok.app.profile.BoundThreshold;
import dev.anmok.app.profile.ProfileText;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.threshold.ThresholdVersion.Basis;
import dev.anmok.app.threshold.ThresholdVersion.Saved;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The thresholds that people saved in a workspace for its profile. Saving one makes it the
/// workspace's threshold and writes a whole profile that holds it, for other workspaces of the same
/// space; files are never overwritten. Thread-safe within the process, which is the only one that
/// writes to the workspace.
public final class ThresholdVersions {
  /// The folder in the workspace where the profiles lie.
  public static final String FOLDER = "profiles";

  private final Session session;

  /// The versions of a session's workspace and profile.
  public ThresholdVersions(Session session) {
    this.session = session;
  }

  /// What is to be saved.
  ///
  /// @param value to four decimals
  /// @param saved by whom
  /// @param basis what it was chosen by
  public record Saving(double value, Saved saved, Basis basis) {}

  /// Somebody saved a version meanwhile.
  public static final class ConflictException extends IOException {
    private final transient ThresholdVersion present;

    ConflictException(ThresholdVersion present) {
      super("version " + present.number() + " was saved meanwhile by " + present.saved().by());
      this.present = present;
    }

    /// The version that was saved last.
    public ThresholdVersion present() {
      return present;
    }
  }

  /// All versions of the profile, the latest first.
  public List<ThresholdVersion> all() throws IOException {
    var versions = new ArrayList<ThresholdVersion>();
    for (int number = last(); number > 0; number--) {
      int each = number;
      catalog().setting(key(each)).ifPresent(t -> versions.add(VersionText.parse(each, t)));
    }
    return versions;
  }

  /// The number of the latest version, 0 before the first.
  public int last() throws IOException {
    return catalog().setting(key(0)).map(Integer::parseInt).orElse(0);
  }

  /// Saves a version after the latest, whoever saved that.
  public synchronized ThresholdVersion save(Saving saving) throws IOException {
    int number = last() + 1;
    while (Files.exists(file(number))) {
      number++; // a file whose saving was cut off, or that somebody laid there
    }
    double value = LensCurve.rounded(saving.value());
    var mark = mark();
    var name = String.valueOf(file(number).getFileName());
    var version = new ThresholdVersion(number, name, mark, value, saving.saved(), saving.basis());
    write(version);
    catalog().set(key(number), VersionText.of(version));
    var lens = session.profile().lens();
    var space = session.pack().space();
    Thresholds.save(catalog(), Thresholds.threshold(lens, space, value, "saved"), lens, space);
    catalog().set(key(0), "" + number); // last: until it is there a retry does all of it again
    return version;
  }

  /// Saves a version after one that somebody saw as the latest. Saving the same once more, because
  /// the answer was lost, gives what was saved.
  ///
  /// @param seen its number, 0 for none
  /// @throws ConflictException if there is a later one
  public synchronized ThresholdVersion save(Saving saving, int seen) throws IOException {
    int last = last();
    if (last == seen) {
      return save(saving);
    }
    var present = all().getFirst();
    boolean same =
        last == seen + 1
            && present.value() == LensCurve.rounded(saving.value())
            && present.saved().by().equals(saving.saved().by())
            && present.saved().note().equals(saving.saved().note());
    if (same) {
      return present;
    }
    throw new ConflictException(present);
  }

  /// What a threshold of the session belongs to.
  public LensMark mark() {
    return LensMark.of(session.profile().lens(), session.pack().space());
  }

  private void write(ThresholdVersion version) throws IOException {
    var mark = version.mark();
    var bound = new BoundThreshold(mark.space(), version.value(), mark.pooling(), mark.prompts());
    var source = session.profileSource();
    var text =
        ProfileText.with(
            bound, source, session.profileText(), version.head(session.profile().name()));
    var file = file(version.number());
    Profiles.parse(
        file.toString(), text); // before anything is saved: whoever reads it must be able to
    Files.createDirectories(folder());
    var draft = folder().resolve(version.file() + ".draft");
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Path file(int number) {
    var name = session.profile().name().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    return folder().resolve(name + "-v" + number + ".yaml");
  }

  private Path folder() {
    return session.workspace().folder().resolve(FOLDER);
  }

  private String key(int number) {
    var name = session.profile().name();
    return number == 0 ? "profile.version/" + name : "profile.version/" + name + "/" + number;
  }

  private Catalog catalog() {
    return session.workspace().catalog();
  }
}

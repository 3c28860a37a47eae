package dev.anmok.app.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.threshold.ThresholdVersion.Basis;
import dev.anmok.app.threshold.ThresholdVersion.Saved;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.score.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdVersionsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Basis BASIS =
      new Basis("sample", 0.9, 120, new Interval(0.95, 0.91, 0.98), new Interval(0.8, 0.7, 0.9));

  @TempDir Path folder;

  private Session session(String data, String profile) throws IOException {
    return Session.fill(folder.resolve(data), profile, Optional.empty());
  }

  private static ThresholdVersions.Saving saving(double value, String by) {
    return new ThresholdVersions.Saving(value, new Saved(NOON, by, "메모"), BASIS);
  }

  private static Threshold present(Session session) throws IOException {
    return Thresholds.resolve(
        session.workspace().catalog(), session.profile(), session.pack(), OptionalDouble.empty());
  }

  @Test
  void aSavedThresholdIsTheWorkspacesAndAProfileForOthers() throws IOException {
    String file;
    try (var session = session("a", "cafe")) {
      var versions = new ThresholdVersions(session);
      var version = versions.save(saving(0.012345, "kim"), 0);

      assertThat(version.number()).isEqualTo(1);
      assertThat(version.value()).isEqualTo(0.0123);
      assertThat(versions.all()).containsExactly(version);
      assertThat(present(session).value()).isEqualTo(0.0123);
      file = folder.resolve("a/profiles/cafe-v1.yaml").toString();
    }
    assertThat(Files.readString(Path.of(file)))
        .startsWith(
            "# Version 1 of the profile cafe, saved 2026-11-22T12:00:00Z by kim.\n# Note: 메모")
        .contains("120 labels", "target precision 0.900", "Precision 0.950 (95 % interval 0.910")
        .contains("# Representative photos of a cafe's mood");
    assertThat(Profiles.load(file).lens()).isEqualTo(Profiles.load("cafe").lens());
    try (var other = session("b", file)) {
      assertThat(present(other).value()).isEqualTo(0.0123);
      assertThat(present(other).origin()).isEqualTo("of the profile, for this space");
      new ThresholdVersions(other).save(saving(0.05, "lee"));
      assertThat(present(other).value()).isEqualTo(0.05);
      assertThat(present(other).origin())
          .isEqualTo("tuned on this workspace; the profile's own, 0.0123, gives way to it");
      var again = Profiles.load(folder.resolve("b/profiles/cafe-v1.yaml").toString());
      assertThat(again.thresholds()).hasSize(1);
      assertThat(again.thresholdIn(other.pack().space().id())).hasValue(0.05);
    }
  }

  @Test
  void aThresholdForAnotherSpaceIsLeftAsideWithANote() throws IOException {
    var text =
        Profiles.text("cafe")
            .replace("  name: mood\n", "  name: mood\n  thresholds: {big-1: 0.2}\n");
    var file = Files.writeString(folder.resolve("other.yaml"), text);
    try (var session = session("c", file.toString())) {
      assertThat(present(session).value()).isNotEqualTo(0.2);
      assertThat(present(session).origin())
          .startsWith("shipped with ")
          .endsWith("; the profile's own are for another space or other prompts: big-1");
    }
  }

  @Test
  void whoHasNotSeenTheLatestVersionIsTold() throws IOException {
    try (var session = session("a", "cafe")) {
      var versions = new ThresholdVersions(session);
      var first = versions.save(saving(0.01, "kim"), 0);
      assertThat(versions.save(saving(0.01, "kim"), 0))
          .as("the same again, the answer was lost")
          .isEqualTo(first);

      assertThatThrownBy(() -> versions.save(saving(0.02, "lee"), 0))
          .isInstanceOfSatisfying(
              ThresholdVersions.ConflictException.class,
              e -> assertThat(e.present()).isEqualTo(first));
      assertThat(versions.save(saving(0.02, "lee"), 1).number()).isEqualTo(2);
      assertThat(versions.all()).extracting(ThresholdVersion::number).containsExactly(2, 1);
    }
  }

  @Test
  void aSavingThatFailedIsDoneByTheNextTry() throws Exception {
    try (var session = session("a", "cafe");
        var other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a/catalog.sqlite"));
        var statement = other.createStatement()) {
      var versions = new ThresholdVersions(session);
      statement.execute(
          "CREATE TRIGGER refused BEFORE INSERT ON setting WHEN NEW.name LIKE 'threshold/%'"
              + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
      assertThatThrownBy(() -> versions.save(saving(0.02, "kim"), 0))
          .isInstanceOf(IOException.class);
      statement.execute("DROP TRIGGER refused");

      versions.save(saving(0.02, "kim"), 0);

      assertThat(present(session).value()).isEqualTo(0.02);
    }
  }

  @Test
  void aFileIsNeverOverwritten() throws IOException {
    try (var session = session("a", "cafe")) {
      var mine = folder.resolve("a/profiles/cafe-v1.yaml");
      Files.createDirectories(folder.resolve("a/profiles"));
      Files.writeString(mine, "mine");

      var version = new ThresholdVersions(session).save(saving(0.01, "kim"), 0);

      assertThat(version.file()).isEqualTo("cafe-v2.yaml");
      assertThat(Files.readString(mine)).isEqualTo("mine");
      try (var files = Files.list(folder.resolve("a/profiles"))) {
        assertThat(files).hasSize(2);
      }
    }
  }

  @Test
  void aNameOrANoteOfSeveralLinesIsRefused() {
    assertThatThrownBy(() -> new Saved(NOON, " ", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reviewer");
    assertThatThrownBy(() -> new Saved(NOON, "kim", "a\nb: c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("note");
  }
}

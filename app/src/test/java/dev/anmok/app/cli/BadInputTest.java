package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.pipeline.WorkspaceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input ends in one clear line and the right exit code.
class BadInputTest {
  @TempDir Path folder;
  private Path workspace = Path.of("");
  private Path photos = Path.of("");

  @BeforeEach
  void names() {
    workspace = folder.resolve("data");
    photos = folder.resolve("photos");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    oneLine(Run.of("search", "room", "--colour", "red"), 2, "--colour");
  }

  @Test
  void aDeviceThatIsNoneIsAUsageErrorAndOneThatIsNotHereAFailure() {
    oneLine(
        Run.of("models", "bench", "anmok-mini", "--device", "gpu"),
        2,
        "--device",
        "'gpu' is not (see");
    oneLine(
        Run.of("models", "bench", "anmok-mini", "--device", "openvino", "--workspace", workspace),
        1,
        "the device openvino cannot be used",
        "--use_openvino");
  }

  @Test
  void autoSaysWhatItTook() {
    var run = Run.of("models", "list", "--device", "auto", "--workspace", workspace);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("anmok: --device auto is ");
  }

  @Test
  void aMissingFolderIsAUsageError() {
    oneLine(ingest(folder.resolve("nowhere")), 2, "nowhere", "no such folder");
    assertThat(workspace).doesNotExist();
  }

  @Test
  void anEmptyFolderIsSaid() throws IOException {
    Files.createDirectories(photos);

    oneLine(ingest(photos), 1, "photos", "no files");
    assertThat(workspace).doesNotExist();
  }

  @Test
  void aFolderOfTextFilesEndsAsRejectionsWithAList() throws IOException {
    Files.createDirectories(photos.resolve("cafe"));
    Files.writeString(photos.resolve("cafe/a.jpg"), "these are words");
    Files.writeString(photos.resolve("cafe/b.txt"), "and these");

    var run = ingest(photos);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("2 rejected (2 not_an_image)").contains("rejected.csv");
    assertThat(Files.readString(workspace.resolve("rejected.csv")))
        .contains("a.jpg")
        .contains("not_an_image");
    assertThat(Run.of("curate", "--workspace", workspace).out()).contains("all_unreadable");
  }

  @Test
  void anAlbumQuestionGoesOnAfterFilesThatCannotBeUsed() throws IOException {
    Files.createDirectories(photos);
    try (var huge = new java.io.RandomAccessFile(photos.resolve("huge.jpg").toFile(), "rw")) {
      huge.setLength((64L << 20) + 1); // sparse: takes no room
    }
    Files.createFile(photos.resolve("empty.jpg"));
    Files.writeString(photos.resolve("words.jpg"), "these are words");

    var run = Run.of("duplicates", photos, "--workspace", workspace, "--format", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.out().strip()).isEqualTo("[]");
    assertThat(run.err())
        .contains("huge.jpg: too_many_bytes")
        .contains("empty.jpg: empty")
        .contains("words.jpg: not_an_image");
  }

  @Test
  void anAlbumWithoutPhotosHasAnEmptyAnswer() throws IOException {
    Files.createDirectories(photos);
    for (var question : new String[] {"categories", "duplicates", "highlights", "low-quality"}) {
      var run = Run.of(question, photos, "--workspace", workspace, "--format", "json");

      assertThat(run.exit()).as(question).isZero();
      assertThat(run.out().strip()).as(question).isEqualTo("[]");
      assertThat(run.err()).as(question).contains("holds no files");
    }
  }

  @Test
  void aMistakeInTheQuestionIsSaidBeforeAPhotoIsLookedAt() throws IOException {
    Files.createDirectories(photos);
    Files.writeString(photos.resolve("words.jpg"), "these are words");

    oneLine(
        Run.of("highlights", photos, "--workspace", workspace, "--head", "nobody"), 2, "nobody");
    oneLine(
        Run.of("low-quality", photos, "--workspace", workspace, "--criteria", "nose"), 2, "nose");
  }

  @Test
  void aCsvWithoutTheColumnIsSaid() throws IOException {
    var csv = Files.writeString(folder.resolve("m.csv"), "path\nx.jpg\n");

    oneLine(ingest(csv), 1, "m.csv", "no column 'uri'", "path");
  }

  @Test
  void aMalformedLineIsSaidBeforeAnythingIsMade() throws IOException {
    var lines = Files.writeString(folder.resolve("m.jsonl"), "{\"uri\": \"x\"}\n{oops\n");

    oneLine(ingest(lines), 1, "m.jsonl line 2", "not valid JSON");
    assertThat(workspace).doesNotExist();
  }

  @Test
  void urlsAreNotFetchedUnlessAllowedAndThenOnlyFromPublicAddresses() throws IOException {
    var urls =
        Files.writeString(
            folder.resolve("urls.txt"),
            """
            http://127.0.0.1/a.jpg
            http://[::ffff:10.0.0.1]/a.jpg
            http://2130706433/a.jpg
            http://169.254.169.254/latest/meta-data/
            file:///etc/passwd
            """);

    assertThat(ingest(urls).err()).contains("5 rejected (5 not_allowed)");
    assertThat(Files.readString(workspace.resolve("rejected.csv"))).contains("--allow-urls");

    var allowed =
        Run.of("ingest", urls, "--allow-urls", "--profile", "cafe", "--workspace", workspace);
    assertThat(allowed.exit()).isZero();
    assertThat(allowed.err()).contains("4 rejected (4 not_allowed)");
    assertThat(Files.readString(workspace.resolve("rejected.csv")))
        .contains(
            "127.0.0.1 is this machine itself (127.0.0.0/8, RFC 1122)",
            "10.0.0.1 is for private networks (10.0.0.0/8, RFC 1918)",
            "'2130706433' is no plain IPv4 address",
            "169.254.169.254 is of the local link",
            "only files are read, not file:///etc/passwd");
  }

  @Test
  void aLineThatIsNoUrlIsSaid() throws IOException {
    var urls = Files.writeString(folder.resolve("urls.txt"), "photos/a.jpg\n");

    oneLine(ingest(urls), 1, "urls.txt line 1", "not a URL");
  }

  @Test
  void anUnknownKeyInAProfileIsSaid() throws IOException {
    somePhoto();
    var profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            "name: p\nlens: {name: m, positive: [a], negative: [b]}\ncurate: {keep: 1}\nspeed: 9\n");

    oneLine(
        Run.of("ingest", photos, "--profile", profile, "--workspace", workspace),
        1,
        "p.yaml line 4",
        "unknown key 'speed'");
  }

  @Test
  void anUnknownProfileAndAnUnknownModelAreUsageErrors() throws IOException {
    somePhoto();

    oneLine(
        Run.of("ingest", photos, "--profile", "caffe", "--workspace", workspace),
        2,
        "unknown profile 'caffe'");
    oneLine(
        Run.of("ingest", photos, "--profile", "cafe", "--model", "x", "--workspace", workspace),
        2,
        "unknown model 'x'",
        "anmok-mini");
  }

  @Test
  void aWorkspaceThatIsNotThereIsSaid() {
    for (var command : new String[] {"status", "curate", "report", "doctor"}) {
      var run = Run.of(command, "--workspace", workspace);
      if (!command.equals("doctor")) {
        oneLine(run, 1, "data", "no workspace there yet");
      }
      assertThat(workspace).doesNotExist();
    }
  }

  @Test
  void aWorkspaceOfANewerVersionIsRefused() throws IOException, SQLException {
    somePhoto();
    assertThat(ingest(photos).exit()).isZero();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("catalog.sqlite"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }

    oneLine(Run.of("status", "--workspace", workspace), 1, "catalog.sqlite", "newer");
    oneLine(ingest(photos), 1, "catalog.sqlite", "newer");
  }

  @Test
  void aWorkspaceThatIsBeingWrittenIsRefused() throws IOException {
    somePhoto();
    Files.createDirectories(workspace);
    try (var lock = WorkspaceLock.acquire(workspace)) {
      assertThat(lock).isNotNull();
      oneLine(ingest(photos), 1, "data is being written by process");
    }
  }

  @Test
  void badNumbersAreUsageErrors() {
    oneLine(Run.of("search", "room", "-k", "0"), 2, "-k must be");
    oneLine(Run.of("search", "room", "-k", "many"), 2, "many");
    oneLine(Run.of("search"), 2, "say what to look for");
    oneLine(Run.of("search", "--image", folder.resolve("x.jpg")), 2, "x.jpg", "no such file");
    oneLine(Run.of("export", "--to", "x.xlsx"), 2, ".csv, .jsonl or .parquet");
    oneLine(Run.of("export", "--to", folder.resolve("no/x.csv")), 2, "x.csv", "its folder");
    oneLine(Run.of("tune", "mood", "--precision", "3"), 2, "--precision");
  }

  private Run ingest(Path source) {
    return Run.of("ingest", source, "--profile", "cafe", "--workspace", workspace);
  }

  private void somePhoto() throws IOException {
    Files.createDirectories(photos.resolve("cafe"));
    Files.writeString(photos.resolve("cafe/a.jpg"), "no picture, but a file");
  }

  private static void oneLine(Run run, int exit, String... parts) {
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("anmok: ").contains(parts);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
  }
}

package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.anmok.app.table.FinishedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The job against an ingest on this machine: real decoder, encoder, lenses, Spark, Parquet and
/// catalog.
class SameRowsTest {
  private static final int PHOTOS = 42;

  @TempDir static Path folder;
  private static Path manifest = Path.of("");
  private static List<String> local = List.of();
  private static Path whole = Path.of("");
  private static Job first = new Job(0, "");

  @TempDir Path own;
  private Path out = Path.of("");

  @BeforeAll
  static void ingestHere() throws IOException {
    manifest = Photos.manifest(folder, PHOTOS);
    local = ingested("album");
    whole = folder.resolve("카페 100%20 whole"); // a name as people give them
    first = run("local[2]", "album", whole);
  }

  private static Job run(String master, String profile, Path out) {
    return Job.of(
        "--manifest",
        manifest,
        "--profile",
        profile,
        "--out",
        out,
        "--part",
        8,
        "--master",
        master);
  }

  private static List<String> ingested(String profile) throws IOException {
    var workspace = folder.resolve("local-" + profile);
    Program.run("ingest", manifest, "--profile", profile, "--workspace", workspace);
    return CatalogText.of(workspace);
  }

  @AfterEach
  void forgetSettings() {
    SparkHome.forget();
  }

  /// Runs the job again on this test's table.
  private Job again() {
    return run("local[2]", "album", out);
  }

  /// A table of one's own that is finished.
  private void copyWhole() throws IOException {
    out = own.resolve("table");
    try (var files = Files.walk(whole)) {
      for (var file : files.toList()) {
        Files.copy(file, out.resolve(whole.relativize(file)));
      }
    }
  }

  private List<String> imported() throws IOException {
    var workspace = Files.createTempDirectory(own, "imported");
    Program.run("import", "--parquet", out, "--workspace", workspace);
    return CatalogText.of(workspace);
  }

  /// Name and time of every file of the table.
  private SortedMap<String, FileTime> files() throws IOException {
    var times = new TreeMap<String, FileTime>();
    try (var files = Files.walk(out)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        times.put(out.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @Test
  void anImportedTableIsWhatAnIngestMakes() throws IOException {
    out = whole;

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err())
        .contains(whole + ": 0 of 6 parts done before, 6 now: 48 photos, 3 rejected");
    assertThat(imported()).isEqualTo(local);
  }

  @Test
  void aSecondRunDoesNothingAndOneAfterALossOnlyWhatIsMissing() throws IOException {
    copyWhole();
    var before = files();

    assertThat(again().err()).contains("6 of 6 parts done before, 0 now");
    assertThat(files()).isEqualTo(before);

    Files.delete(out.resolve(FinishedPart.photosFile(1)));
    Files.delete(out.resolve(FinishedPart.ledgerFile(4)));
    var repaired = again();
    assertThat(repaired.err()).contains("4 of 6 parts done before, 2 now: 16 photos");
    var after = files();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    for (int part : List.of(0, 2, 3, 5)) {
      var file = FinishedPart.photosFile(part);
      assertThat(after.get(file)).isEqualTo(before.get(file));
    }
    assertThat(imported()).isEqualTo(local);
  }

  @Test
  void aFailedPartAloneIsDoneAgain() throws IOException {
    copyWhole();
    Files.delete(out.resolve(FinishedPart.ledgerFile(2)));
    Files.delete(out.resolve(FinishedPart.ledgerFile(3)));
    var slice = out.resolve(FinishedPart.sliceFile(2));
    var aside = Files.move(slice, own.resolve("slice"));

    var broken = again();
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.err())
        .contains("4 of 6 parts done before, 1 now")
        .contains("part 2 on executor")
        .contains(FinishedPart.sliceFile(2) + ": missing or damaged")
        .contains("1 of 6 parts failed; the same command does only these again");

    Files.move(aside, slice);
    assertThat(again().err()).contains("5 of 6 parts done before, 1 now: 8 photos");
    assertThat(imported()).isEqualTo(local);
  }

  /// The one that can open no model fails fast, so that it would be given most parts and fail them
  /// in every round.
  @Test
  void anExecutorKilledInTheMiddleAndOneThatCanOpenNothingLeaveTheSameRows() throws IOException {
    assumeThat(Files.isDirectory(Path.of("/proc")))
        .as("an executor's process is found by /proc, which is Linux")
        .isTrue();
    var home = own.resolve("spark");
    SparkHome.use(home);
    FaultyExecutor.use(home, 3, "0");
    ExecutorKiller.use("0");
    out = own.resolve("table");

    var run = run("local-cluster[3,1,1024]", "cafe", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("6 now: 48 photos, 3 rejected");
    assertThat(ExecutorKiller.KILLED).hasSize(1);
    assertThat(ExecutorKiller.LOST).as("tasks lost").containsAll(ExecutorKiller.KILLED);
    assertThat(ExecutorKiller.FAILED).as("failed at tasks").isNotEmpty().containsOnly("0");
    assertThat(FaultyExecutor.executors(home)).as("executors").contains("0", "1", "2");
    assertThat(imported()).isEqualTo(ingested("cafe"));
  }
}

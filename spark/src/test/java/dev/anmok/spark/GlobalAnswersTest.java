package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableJob;
import dev.anmok.spark.global.GlobalOnSpark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions about a table on Spark against the same questions to a workspace that was filled from
/// it: real decoder, encoder, lenses, Spark, Parquet and catalog.
class GlobalAnswersTest {
  private static final int PHOTOS = 36;

  @TempDir static Path folder;
  private static Path table = Path.of("");
  private static Path workspace = Path.of("");

  @TempDir Path own;

  @AfterEach
  void forgetSettings() {
    SparkHome.forget();
  }

  @BeforeAll
  static void fewSmallTasks() {
    System.setProperty("spark.default.parallelism", "2");
  }

  @AfterAll
  static void asManyAsEver() {
    System.clearProperty("spark.default.parallelism");
  }

  @BeforeAll
  static void ingestAndImport() throws IOException {
    var manifest = Photos.manifest(folder, PHOTOS);
    var lines = new ArrayList<>(Files.readAllLines(manifest));
    for (int n = 0; n < 12; n++) {
      var photo = folder.resolve("photos/%04d.jpg".formatted(n));
      lines.add(smaller(photo, 0.9) + ",cafe-%02d,Copies,서울".formatted(n / 3));
      lines.add(smaller(photo, 0.7) + ",,,");
    }
    lines.add(folder.resolve("photos/0005.jpg") + ",later,Later,부산"); // moves it here
    Files.write(manifest, lines);
    table = folder.resolve("table");
    var job =
        Job.of(
            "--manifest",
            manifest,
            "--profile",
            "cafe",
            "--out",
            table,
            "--part",
            16,
            "--master",
            "local[2]");
    assertThat(job.exit()).as(job.err()).isZero();
    workspace = folder.resolve("workspace");
    Program.run("import", "--parquet", table, "--workspace", workspace);
  }

  private static Path smaller(Path photo, double scale) throws IOException {
    var from = ImageIO.read(photo.toFile());
    int width = (int) (from.getWidth() * scale);
    int height = (int) (from.getHeight() * scale);
    var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = to.createGraphics();
    pen.drawImage(from.getScaledInstance(width, height, java.awt.Image.SCALE_SMOOTH), 0, 0, null);
    pen.dispose();
    var file = folder.resolve("%s-%.1f.jpg".formatted(photo.getFileName(), scale));
    ImageIO.write(to, "jpg", file.toFile());
    return file;
  }

  /// A run of a question.
  private record Run(int exit, String err) {
    static Run of(Object... words) {
      var err = new ByteArrayOutputStream();
      var args = new ArrayList<String>();
      List.of(words).forEach(word -> args.add(word.toString()));
      int exit =
          GlobalOnSpark.run(
              args.toArray(String[]::new), new PrintStream(err, true, StandardCharsets.UTF_8));
      return new Run(exit, err.toString(StandardCharsets.UTF_8));
    }

    String last() {
      return err.strip().lines().toList().getLast();
    }
  }

  private JsonNode there(Object... words) throws IOException {
    var to = own.resolve("answer.json");
    var all = new ArrayList<Object>(List.of(words));
    all.addAll(List.of("--table", table, "--to", to, "--master", "local[2]"));
    var run = Run.of(all.toArray());
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(to);
  }

  private static JsonNode here(Object... words) {
    var all = new ArrayList<Object>(List.of(words));
    all.addAll(List.of("--format", "json", "--workspace", workspace));
    return new JsonMapper().readTree(Program.run(all.toArray()));
  }

  @Test
  void duplicatesAreThoseOfTheWorkspace() throws IOException {
    var near = there("duplicates", "--level", "near", "--details");

    assertThat(near).isEqualTo(here("duplicates", "--level", "near", "--details"));
    assertThat(near.get("groups").size()).isGreaterThanOrEqualTo(12);
    var similar = there("duplicates", "--level", "similar", "--details");
    assertThat(similar).isEqualTo(here("duplicates", "--level", "similar", "--details"));
    assertThat(similar.get("groups").size()).isGreaterThanOrEqualTo(10);
    assertThat(there("duplicates", "--level", "similar", "--threshold", "0.9", "--details"))
        .isEqualTo(here("duplicates", "--level", "similar", "--threshold", "0.9", "--details"))
        .isNotEqualTo(similar);
    assertThat(there("duplicates", "--level", "exact"))
        .isEqualTo(here("duplicates", "--level", "exact"))
        .isNotEmpty();
  }

  @Test
  void decisionsAreThoseOfTheWorkspace() throws IOException {
    var byDelta = there("curate", "--details");

    assertThat(byDelta).isEqualTo(here("curate", "--details")).hasSizeGreaterThan(6);
    assertThat(there("curate", "--method", "useful", "--details"))
        .isEqualTo(here("curate", "--method", "useful", "--details"));
    assertThat(there("curate", "--threshold", "-1"))
        .isEqualTo(here("curate", "--threshold", "-1"))
        .isNotEmpty();
  }

  @Test
  void executorsOfTheirOwnDecideTheSameAndLeaveNothing() throws Exception {
    var home = own.resolve("spark");
    SparkHome.use(home);
    FaultyExecutor.use(home, 2, FaultyExecutor.NONE);
    var to = own.resolve("answer.json");

    var run =
        Run.of(
            "curate",
            "--threshold",
            -1,
            "--table",
            table,
            "--to",
            to,
            "--master",
            "local-cluster[2,1,1024]");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(new JsonMapper().readTree(to))
        .isEqualTo(here("curate", "--threshold", "-1"))
        .isNotEmpty();
    assertThat(FaultyExecutor.executors(home)).containsExactly("0", "1");
    var deadline = Instant.now().plusSeconds(20);
    while (!FaultyExecutor.temporary(home, "anmok-spark-").isEmpty()
        && Instant.now().isBefore(deadline)) {
      Thread.sleep(100); // the executors are ending
    }
    assertThat(FaultyExecutor.temporary(home, "anmok-spark-")).isEmpty();
  }

  @Test
  void aLicenceRuleThatIsNoneIsRefusedBeforeAnything() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var asking =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            path,
            GlobalOnSpark.class.getName(),
            "curate",
            "--table",
            table.toString(),
            "--to",
            own.resolve("answer.json").toString());
    asking.environment().put("ANMOK_MODELS_COMMERCIAL_ONLY", "perhaps");
    var process = asking.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains("ANMOK_MODELS_COMMERCIAL_ONLY must be true or false");
  }

  @Test
  void vectorsOfAnotherSpaceAreRefusedBeforeACluster() throws IOException {
    var copy = copy();
    var about = copy.resolve(TableJob.FILE);
    var job = Files.readString(about);
    Files.writeString(about, job.replaceFirst("(\"space\" *: *\")[^\"]*", "$1other-space"));

    var asked =
        Run.of(
            "curate", "--table", copy, "--to", own.resolve("a.json"), "--master", "spark://no:1");

    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err())
        .contains("vectors are of the space other-space", "--models")
        .hasLineCount(1);
  }

  @Test
  void badInputIsOneClearLine() throws IOException {
    var to = own.resolve("answer.json");
    var nowhere = Run.of("duplicates", "--table", own, "--to", to);
    assertThat(nowhere.exit()).isEqualTo(1);
    assertThat(nowhere.err())
        .startsWith("anmok: " + own)
        .contains("no table there")
        .hasLineCount(1);
    var level = Run.of("duplicates", "--table", table, "--to", to, "--level", "same");
    assertThat(level.exit()).isEqualTo(2);
    assertThat(level.err())
        .contains("--level must be exact, near or similar, was same")
        .hasLineCount(1);
    assertThat(Run.of("duplicates", "--table", table, "--to", to, "--threshold", "2").err())
        .contains("--threshold must be ", "was 2")
        .hasLineCount(1);
    var folderOfNone = own.resolve("none/answer.json");
    assertThat(Run.of("duplicates", "--table", table, "--to", folderOfNone).err())
        .contains("--to")
        .hasLineCount(1);
    assertThat(Run.of("curate", "--table", table, "--to", to, "--method", "best").err())
        .contains("--method must be delta, as-published or useful, was best")
        .hasLineCount(1);
  }

  /// A table of one's own.
  private Path copy() throws IOException {
    var copy = own.resolve("table");
    for (var name : List.of("", "photos", "ledger")) {
      Files.createDirectories(copy.resolve(name));
      try (var files = Files.list(table.resolve(name))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(name).resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  @Test
  void aDamagedPartIsNamedAndNoAnswerIsWritten() throws IOException {
    var copy = copy();
    assertThat(copy.resolve(TableJob.FILE)).exists();
    var part = copy.resolve(FinishedPart.photosFile(1));
    var bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    var to = own.resolve("answer.json");

    var damaged =
        Run.of(
            "duplicates", "--table", copy, "--to", to, "--level", "near", "--master", "local[2]");

    assertThat(damaged.exit()).isEqualTo(1);
    assertThat(damaged.last()).startsWith("anmok: ").contains("part-0000001.parquet: damaged");
    Files.delete(copy.resolve(FinishedPart.ledgerFile(0)));
    var unfinished = Run.of("duplicates", "--table", copy, "--to", to, "--level", "near");
    assertThat(unfinished.last()).contains("1 of ", "parts are not finished");
    assertThat(to).doesNotExist();
  }
}

package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.pipeline.WorkspaceLock;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reviewing generated pictures in a real workspace. Whichever of them the method is sure of, an
/// audit of all puts every photo into the queue.
class ReviewCommandTest {
  private static final int PHOTOS = 6;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Path workspace = Path.of("");
  private Path photos = Path.of("");

  @BeforeEach
  void ingest() throws IOException {
    workspace = folder.resolve("data");
    photos = Files.createDirectories(folder.resolve("photos").resolve("item"));
    for (int i = 0; i < PHOTOS; i++) {
      var picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
      var g = picture.createGraphics();
      g.setPaint(new GradientPaint(0, 0, Color.RED, 160, 20 * i, Color.BLUE));
      g.fillRect(0, 0, 160, 120);
      g.setColor(Color.WHITE);
      for (int x = 0; x < i; x++) {
        g.fillRect(25 * x, 10, 12, 100);
      }
      g.dispose();
      ImageIO.write(picture, "png", photo(i).toFile());
    }
    var copies = Files.createDirectories(folder.resolve("photos").resolve("other"));
    Files.copy(photo(0), copies.resolve("copy of 0.png"));
    var run =
        Run.of("ingest", folder.resolve("photos"), "--profile", "album", "--workspace", workspace);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private Path photo(int i) {
    return photos.resolve("p%d.png".formatted(i));
  }

  private Run review(Object... words) {
    var all = new Object[words.length + 3];
    all[0] = "--workspace";
    all[1] = workspace;
    all[2] = "review";
    System.arraycopy(words, 0, all, 3, words.length);
    return Run.of(all);
  }

  private JsonNode json(Object... words) {
    var all = new ArrayList<Object>(List.of(words));
    all.addAll(List.of("--format", "json"));
    var run = review(all.toArray());
    assertThat(run.exit()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @Test
  void anAuditIsReviewedReportedAndExported() throws IOException {
    json("audit", "100");
    var queue = json();
    assertThat(queue.get("waiting").asInt()).isEqualTo(PHOTOS);
    assertThat(queue.get("photos")).hasSize(PHOTOS);
    var third = queue.get("photos").get(2);
    assertThat(third.propertyNames()).contains("id", "image", "why", "verdict", "evidence");
    assertThat(
            json("--limit", "2", "--cursor", json("--limit", "2").get("next").asString())
                .get("photos")
                .get(0))
        .isEqualTo(third);

    var copy = photos.resolveSibling("other").resolve("copy of 0.png");
    var said = json("sharp", copy, photo(1), "--reviewer", "kim").get(0);
    assertThat(said.get("verdict").asString()).isEqualTo("sharp");
    assertThat(said.get("reviewer").asString()).isEqualTo("kim");
    assertThat(said.get("machine").has("version")).isTrue();
    json("blurry", photo(0), "--kind", "motion", "--reviewer", "이검수");
    assertThat(json("skip", photo(2)).get(0).get("reviewer").asString())
        .isEqualTo(System.getProperty("user.name"));

    var report = json("report");
    assertThat(report.get("photos").get("all").asInt()).isEqualTo(PHOTOS);
    assertThat(report.get("photos").get("decided_by_people").asInt()).isEqualTo(2);
    assertThat(report.get("people").get("disputed").asInt()).isEqualTo(1);
    assertThat(report.get("people").get("verdicts").get("blurry").asInt()).isEqualTo(1);
    assertThat(json().get("waiting").asInt()).isEqualTo(PHOTOS - 2);
    assertThat(json().get("skipped").asInt()).isEqualTo(1);
    assertThat(review("report").out()).contains("2 by people", "2 kim", "1 이검수", "disputed    1");

    var labels = folder.resolve("labels.csv");
    assertThat(review("export", labels).exit()).isZero();
    assertThat(Files.readAllLines(labels))
        .hasSize(3)
        .contains("path,label,kind,tags,group,split")
        .anyMatch(line -> line.startsWith(photo(0) + ",blurry,motion,,item,"))
        .anyMatch(line -> line.startsWith(photo(1) + ",sharp,,,item,"));

    assertThat(json("undo", "--reviewer", "이검수").get("verdict").asString()).isEqualTo("blurry");
    assertThat(json("undo").get("verdict").asString()).isEqualTo("skip");
    assertThat(json("report").get("people").get("verdicts").get("sharp").asInt()).isEqualTo(2);
    assertThat(review().out()).contains("audit").contains("p5.png");
  }

  @Test
  void mistakesAreOneClearLineAndStoreNothing() throws IOException {
    oneLine(review("sharp", photo(0), "nowhere.jpg"), 2, "nowhere.jpg: the workspace has no such");
    oneLine(review("sharp", "0".repeat(64)), 2, "no such photo");
    oneLine(review("fuzzy", photo(0)), 2, "fuzzy");
    oneLine(review("blurry", photo(0), "--kind", "rain"), 2, "--kind must be one of", "'rain'");
    oneLine(review("sharp", photo(0), "--reviewer", " "), 2, "--reviewer must be 1 to 64");
    oneLine(
        review("--subject", "taste"),
        2,
        "--subject must be blur or duplicates or category, was 'taste'");
    oneLine(review("sharp", photo(0), "--subject", "taste"), 2, "--subject must be blur");
    oneLine(review("--limit", "0"), 2, "--limit must be 1..1000, was 0");
    oneLine(review("--cursor", "5"), 2, "--cursor must be the 'next' of an earlier page");
    oneLine(review("audit", "0"), 2, "1..10000 photos, was 0");
    oneLine(review("audit"), 2, "N");
    oneLine(review("undo"), 1, "there is no verdict to take back");
    oneLine(review("undo", "--reviewer", "kim"), 1, "no verdict by kim");
    oneLine(review("export", folder.resolve("l.csv")), 1, "nobody decided about a photo yet");
    oneLine(review("export", folder.resolve("l.txt")), 2, "must end in .csv");
    oneLine(review("export", folder.resolve("no").resolve("l.csv")), 2, "folder does not exist");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrder("data", "photos");
    }
    oneLine(Run.of("review", "--workspace", folder.resolve("none")), 1, "no workspace there yet");
    try (var held = WorkspaceLock.acquire(workspace)) {
      assertThat(held).isNotNull();
      oneLine(review("sharp", photo(0)), 1, "is being written by process");
      assertThat(review().exit()).as("looking needs no lock").isZero();
    }
    assertThat(json("report").get("photos").get("decided_by_people").asInt()).isZero();
  }

  @Test
  void photosThatWereNotMeasuredAreSaid() {
    var other = folder.resolve("unmeasured");
    Run.of("ingest", photos, "--profile", "cafe", "--workspace", other);
    var run = Run.of("review", "--workspace", other);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("0 photos wait", PHOTOS + " photos lack", "measure: native");
    assertThat(Run.of("review", "audit", "5", "--workspace", other).out()).contains("drawn  0");
  }

  private static void oneLine(Run run, int exit, String... parts) {
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("anmok: ").contains(parts);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
  }
}

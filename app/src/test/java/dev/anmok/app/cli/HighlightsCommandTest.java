package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class HighlightsCommandTest {
  private static final int PHOTOS = 24;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Path workspace = Path.of("");
  private Path photos = Path.of("");

  @BeforeEach
  void paint() throws IOException {
    workspace = folder.resolve("data");
    photos = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < PHOTOS; i++) {
      var picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
      var g = picture.createGraphics();
      var from = Color.getHSBColor(i / (float) PHOTOS, 0.9f, 1);
      g.setPaint(new GradientPaint(0, 0, from, 160, 5 * i, Color.BLACK));
      g.fillRect(0, 0, 160, 120);
      g.dispose();
      ImageIO.write(picture, "png", photos.resolve("p%02d.png".formatted(i)).toFile());
    }
  }

  @Test
  void photosOfNoWorkspaceAreRankedByAHeadThatWasTrainedOnThem() throws IOException {
    var csv = new StringBuilder("uri,score\n");
    for (int i = 0; i < PHOTOS; i++) {
      csv.append("p%02d.png,%d%n".formatted(i, i < PHOTOS / 2 ? 9 : 2));
    }
    Files.writeString(photos.resolve("scores.csv"), csv);

    var trained =
        train("--data", photos.resolve("scores.csv"), "--name", "warm", "--format", "json");

    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("\"spearman\":{\"value\":").contains("\"ladder\":{");
    assertThat(Run.of("heads", "--workspace", workspace).out()).isEqualToIgnoringNewLines("warm");

    var best =
        highlights(
            photos, "--head", "warm", "--limit", "12", "--distinct", "false", "--format", "json");
    assertThat(best.exit()).as(best.err()).isZero();
    assertThat(best.out()).startsWith("[{\"category\":\"").contains("\"images\":[{\"image\":\"");
    for (int i = 0; i < PHOTOS; i++) {
      assertThat(best.out().contains("p%02d.png".formatted(i))).isEqualTo(i < PHOTOS / 2);
    }
    var details = highlights(photos, "--head", "warm", "--details");
    assertThat(details.out()).contains("lens        warm (ridge").contains("(cover)");
  }

  @Test
  void thePhotosOfACategoryAreThoseThatCategoriesPutsThere() {
    var sorted = JSON.readTree(run("categories", photos, "--format", "json").out());
    var best =
        JSON.readTree(
            highlights(photos, "--distinct", "false", "--limit", "99", "--format", "json").out());

    assertThat(best.size()).isEqualTo(sorted.size()).isPositive();
    for (int i = 0; i < best.size(); i++) {
      assertThat(best.get(i).get("category")).isEqualTo(sorted.get(i).get("category"));
      assertThat(best.get(i).get("images").values())
          .extracting(image -> image.get("image"))
          .containsExactlyInAnyOrderElementsOf(sorted.get(i).get("images").values());
    }
  }

  @Test
  void badPhotosAndNoPhotosStopNobody() throws IOException {
    var bad = Files.writeString(folder.resolve("bad.jpg"), "no picture");
    assertThat(highlights(bad, "--format", "json").out().strip()).isEqualTo("[]");
    var run = highlights(bad, photos.resolve("p00.png"), "--format", "json");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("bad.jpg: not_an_image");
    assertThat(run.out()).contains("p00.png").doesNotContain("bad.jpg");
  }

  @Test
  void mistakesAreOneClearLine() throws IOException {
    var some = photos.resolve("p00.png");
    oneLine(highlights(some, "--limit", "0"), 2, "--limit must be 1..1000, was 0");
    oneLine(highlights(some, "--scale", "stars"), 2, "stars");
    oneLine(highlights(some, "--head", "none"), 2, "unknown head 'none'");
    var odd = Files.writeString(folder.resolve("odd.json"), "{\"a\": 1}");
    oneLine(highlights(some, "--head", odd), 1, "odd.json: not a head: Missing", "'format'");

    var few = Files.writeString(photos.resolve("few.csv"), "uri,score\np00.png,3\ngone.png,4\n");
    var run = train("--data", few, "--name", "x");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines())
        .anyMatch(line -> line.contains("left out: 1 photos") && line.contains("gone.png"))
        .anyMatch(line -> line.contains("few.csv: a head needs at least 20 rated photos, found 1"));
    oneLine(train("--data", few, "--name", "../x"), 2, "--name");
    oneLine(train("--data", few, "--name", "x", "--lambda", "-1"), 2, "--lambda");
    oneLine(train("--data", few, "--name", "x", "--folds", "1"), 2, "--folds");
    oneLine(
        train("--data", few, "--name", "x", "--folds", "3", "--test-share", "0.2"), 2, "not both");
    oneLine(Run.of("train"), 2, "anmok train head");
    assertThat(workspace.resolve("heads")).doesNotExist();
  }

  @Test
  void aHeadForAnotherEncoderIsRefused() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("clip-vit-b-32.json"),
            """
            {"source": "s", "encoder": "openai/clip-vit-base-patch32",
             "input": "L2-normalised image embedding", "output": "o", "weights": [1], "bias": 4}
            """);

    oneLine(
        Run.of("heads", "import", file, "--for", "anmok-mini", "--workspace", workspace),
        1,
        "clip-vit-b-32.json: a head for openai/clip-vit-base-patch32 (1 dimensions) does not fit"
            + " anmok-mini (256 dimensions)");
    oneLine(
        Run.of("heads", "import", file, "--for", "nothing", "--workspace", workspace),
        2,
        "unknown model 'nothing'");
  }

  private Run highlights(Object... words) {
    return run("highlights", words);
  }

  private Run train(Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "head";
    System.arraycopy(words, 0, all, 1, words.length);
    return run("train", all);
  }

  private Run run(String command, Object... words) {
    var all = new Object[words.length + 3];
    all[0] = "--workspace";
    all[1] = workspace;
    all[2] = command;
    System.arraycopy(words, 0, all, 3, words.length);
    return Run.of(all);
  }

  private static void oneLine(Run run, int exit, String... parts) {
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("anmok: ").contains(parts);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
  }
}

package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The commands on categories with the real decoder and model, on two plain pictures.
class CategoriesCommandTest {
  @TempDir static Path folder;
  private static Path absent = Path.of("");

  @BeforeAll
  static void drawTwoPhotos() throws IOException {
    absent = folder.resolve("no-workspace");
    var photos = Files.createDirectories(folder.resolve("photos"));
    for (var colour : new Color[] {Color.GREEN, Color.WHITE}) {
      var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
      var graphics = image.createGraphics();
      graphics.setColor(colour);
      graphics.fillRect(0, 0, 160, 120);
      graphics.setColor(Color.GRAY);
      graphics.fillOval(40, 20, 80, 80);
      graphics.dispose();
      var name = colour.equals(Color.GREEN) ? "green.png" : "white.png";
      ImageIO.write(image, "png", photos.resolve(name).toFile());
    }
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void bothShapesHoldEveryPhotoOnce() {
    var plain =
        Run.of("categories", folder.resolve("photos"), "--format", "json", "--workspace", absent);
    assertThat(plain.exit()).as(plain.err()).isZero();
    int photos = 0;
    for (var category : new JsonMapper().readTree(plain.out())) {
      assertThat(category.propertyNames()).containsExactly("category", "images");
      photos += category.get("images").size();
    }
    assertThat(photos).isEqualTo(2);

    var details =
        Run.of(
            "categories",
            folder.resolve("photos"),
            "--details",
            "--top",
            "2",
            "--format",
            "json",
            "--workspace",
            absent);
    var first = new JsonMapper().readTree(details.out()).get("categories").get(0).get("images");
    assertThat(first.get(0).get("scores")).hasSize(2);
    assertThat(first.get(0).get("group").isInt()).isTrue();
  }

  @Test
  void aFileOfCategoriesThatNobodyTunedIsNoted() throws IOException {
    var file =
        write(
            "two.yaml",
            """
            neutral: {en: [a photo]}
            list:
              - name: green
                labels: {ko: 초록}
                prompts: {en: [something green], ko: [초록색 green 사진]}
              - name: white
                prompts: {en: [something white]}
            """);

    var run =
        Run.of("categories", folder.resolve("photos"), "--categories", file, "--workspace", absent);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("anmok tune categories --labels")
        .contains("mixes Korean and English");
    var korean =
        Run.of(
            "categories",
            folder.resolve("photos"),
            "--categories",
            file,
            "--languages",
            "ko",
            "--workspace",
            absent);
    assertThat(korean.exit()).isEqualTo(2);
    assertThat(korean.err()).contains("'white' has no prompts");
  }

  @Test
  void evaluationCountsWhatTheLabelsSay() throws IOException {
    var labels = write("labels.csv", "uri,category\nphotos/green.png,others\n");

    var run =
        Run.of(
            "evaluate", "categories", "--data", labels, "--format", "json", "--workspace", absent);

    assertThat(run.exit()).as(run.err()).isZero();
    var figures = new JsonMapper().readTree(run.out());
    assertThat(figures.get("photos").asInt()).isEqualTo(1);
    assertThat(figures.get("groups").get("accuracy").get("of").asInt()).isEqualTo(1);
  }

  @Test
  void badInputIsOneClearLine() throws IOException {
    var labels = write("bad.csv", "uri,category\nphotos/green.png,gren\n");

    assertThat(Run.of("categories", "--top", "0", "--workspace", absent).exit()).isEqualTo(2);
    var lost = Run.of("categories", folder.resolve("photos"), "--categories", folder.resolve("x"));
    assertThat(lost.exit()).isEqualTo(2);
    assertThat(lost.err()).contains("there is no such file");
    var unknown = Run.of("evaluate", "categories", "--data", labels, "--workspace", absent);
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("line 2: unknown category 'gren'; known: person, food");
  }
}

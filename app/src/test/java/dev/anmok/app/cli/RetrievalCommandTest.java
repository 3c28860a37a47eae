package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Labelled queries with the real model, on a few plain pictures.
class RetrievalCommandTest {
  @TempDir static Path folder;
  private static Path workspace = Path.of("");

  @BeforeAll
  static void ingestThreeItems() throws IOException {
    workspace = folder.resolve("data");
    for (var colour : List.of(Color.GREEN, Color.RED, Color.BLUE)) {
      var item = "item-" + Integer.toHexString(colour.getRGB() & 0xffffff);
      draw(folder.resolve("photos").resolve(item).resolve("a.png"), colour);
    }
    draw(folder.resolve("query.png"), Color.RED.darker());
    var run =
        Run.of("ingest", folder.resolve("photos"), "--profile", "album", "--workspace", workspace);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static void draw(Path file, Color colour) throws IOException {
    Files.createDirectories(file.getParent());
    var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 160, 120);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private static Run evaluate(String queries, Object... more) throws IOException {
    var file = Files.writeString(folder.resolve("queries.csv"), queries);
    var words =
        new java.util.ArrayList<Object>(List.of("evaluate", "retrieval", "--queries", file));
    words.addAll(List.of("--workspace", workspace));
    words.addAll(List.of(more));
    return Run.of(words.toArray());
  }

  @Test
  void figuresCountTheQueriesOfEachLanguage() throws IOException {
    var run =
        evaluate(
            """
            query,image,relevant
            something red,,item-ff0000
            빨간색,,item-ff*
            ,query.png,item-ff0000
            an elephant,,
            """,
            "--method",
            "vector",
            "--format",
            "json");

    assertThat(run.exit()).as(run.err()).isZero();
    var rows = new JsonMapper().readTree(run.out());
    assertThat(rows).hasSize(4); // en, ko, photo and all
    var english = rows.get(0);
    assertThat(english.get("language").asString()).isEqualTo("en");
    assertThat(english.get("queries").asInt()).isEqualTo(1);
    assertThat(english.get("recall_at_5").get("value").asDouble()).isEqualTo(1); // 3 items
    assertThat(english.get("absent_no_good_match").get("of").asInt()).isEqualTo(1);
    var photo = rows.get(2);
    assertThat(photo.get("success_at_1").get("share").asDouble()).isEqualTo(1);
    assertThat(rows.get(3).get("queries").asInt()).isEqualTo(3);
  }

  @Test
  void unknownRightAnswersAreNamedOrPassedOver() throws IOException {
    var queries = "query,relevant\nred,item-ff0000\ngreen,item-9|nothing/*\n";

    var run = evaluate(queries);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("2 right answers").contains("'item-9' (line 3), 'nothing/*'");
    assertThat(evaluate(queries, "--skip-unknown").exit()).isZero();
  }

  @Test
  void badInputIsOneLine() throws IOException {
    assertThat(Run.of("evaluate", "retrieval", "--workspace", workspace))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("--queries FILE or --pairs FILE"));
    assertThat(evaluate("query,relevant\nred,item-ff0000\n", "--part", "tune").err())
        .contains("no queries of the part 'tune'");
    assertThat(evaluate("query,image,relevant\n,absent.jpg,item-ff0000\n").err())
        .contains("line 2: the query photo cannot be read");
    var missing =
        Run.of("evaluate", "retrieval", "--queries", "nowhere.csv", "--workspace", workspace);
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("nowhere.csv: there is no such file");
  }

  @Test
  void tuningSaysWhatItLacks() throws IOException {
    var file = Files.writeString(folder.resolve("few.csv"), "query,relevant\nred,item-ff0000\n");

    var run = Run.of("tune", "match", "--queries", file, "--workspace", workspace);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("words: at least 10 right hits are needed, there are 1");
  }

  @Test
  void sentencesFindTheirTranslations() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("pairs.tsv"),
            "a dog runs on grass\t잔디 위를 달리는 개\na cup of coffee\t커피 한 잔\n");

    var run =
        Run.of(
            "evaluate",
            "retrieval",
            "--pairs",
            file,
            "--method",
            "vector",
            "--format",
            "json",
            "--workspace",
            folder.resolve("none"));

    assertThat(run.exit()).as(run.err()).isZero();
    var rows = new JsonMapper().readTree(run.out());
    assertThat(rows.get(0).get("queries").asInt()).isEqualTo(2);
    assertThat(rows.get(0).get("success_at_1").get("right").asInt()).isEqualTo(2);
  }
}

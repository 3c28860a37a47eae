package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.profile.Profiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Training, evaluation and classification with the real decoder and model, on drawn pictures: red
/// discs on white and green squares on black.
class ClassifyCommandTest {
  private static final int EACH = 8;

  @TempDir static Path folder;
  private static Path workspace = Path.of("");
  private static Path taxonomy = Path.of("");
  private static Path data = Path.of("");

  @BeforeAll
  static void drawAndTrain() throws IOException {
    workspace = folder.resolve("data");
    taxonomy =
        write("shapes.yaml", "heads: [{name: 모양, leaves: [{name: disc}, {name: square}]}]\n");
    var csv = new StringBuilder("photo,label,group\n");
    for (int i = 0; i < EACH; i++) {
      csv.append(draw("disc", i)).append(",disc,g").append(i).append('\n');
      csv.append(draw("square", i)).append(",square,g").append(i).append('\n');
    }
    data = write("labels.csv", csv.toString());
    var trained = train(workspace);
    assertThat(trained.out()).contains("held out    16 photos, 4 folds", "모양/disc");
  }

  private static Run train(Path into) {
    return train("shapes", data, into);
  }

  private static Run train(String name, Path labels, Path into) {
    var trained =
        Run.of(
            "train",
            "classifier",
            "--data",
            labels,
            "--taxonomy",
            taxonomy,
            "--name",
            name,
            "--folds",
            "4",
            "--html",
            folder.resolve("r.html"),
            "--workspace",
            into);
    assertThat(trained.exit()).as(trained.err()).isZero();
    return trained;
  }

  private static String draw(String shape, int i) throws IOException {
    boolean disc = shape.equals("disc");
    var image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(disc ? Color.WHITE : Color.BLACK);
    graphics.fillRect(0, 0, 96, 96);
    graphics.setColor(disc ? Color.RED : Color.GREEN);
    int size = 30 + 3 * i;
    if (disc) {
      graphics.fillOval(10 + i, 12, size, size);
    } else {
      graphics.fillRect(10 + i, 12, size, size);
    }
    graphics.dispose();
    var name = "photos/" + shape + i + "/" + shape + i + ".png";
    Files.createDirectories(folder.resolve(name).getParent());
    ImageIO.write(image, "png", folder.resolve(name).toFile());
    return name;
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode json(Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  @Test
  void saysWhatPhotosAreTakenFor() {
    var answers =
        json(
            Run.of(
                "classify",
                folder.resolve("photos"),
                "--taxonomy",
                taxonomy,
                "--classifier",
                "shapes",
                "--format",
                "json",
                "--workspace",
                workspace));

    assertThat(answers).hasSize(2 * EACH);
    for (var answer : answers) {
      var shape = answer.get("photo").stringValue().contains("disc") ? "모양/disc" : "모양/square";
      assertThat(answer.get("best").stringValue()).isIn(shape, "모양");
      assertThat(answer.get("confidence").doubleValue()).isGreaterThan(0.5);
      assertThat(answer.get("verdict").stringValue()).isIn("sure", "likely", "unknown");
    }
  }

  @Test
  void theReportShowsTheConfusion() throws IOException {
    assertThat(Files.readString(folder.resolve("r.html")))
        .contains("모양/disc", "Who was taken for whom", "혼동 행렬");
  }

  @Test
  void comparesClassifiersAloneAndTogetherWithViews() {
    var figures =
        json(
            Run.of(
                "evaluate",
                "classifier",
                "--data",
                data,
                "--taxonomy",
                taxonomy,
                "--classifier",
                "shapes=2,zero-shot",
                "--views",
                "flip",
                "--format",
                "json",
                "--workspace",
                workspace));

    assertThat(figures.propertyNames())
        .containsExactly(
            "photos",
            "shapes",
            "zero-shot",
            "shapes + views",
            "zero-shot + views",
            "together",
            "together + views");
    assertThat(figures.get("shapes").get("accuracy").get("value").doubleValue()).isEqualTo(1);
    assertThat(figures.get("together").get("gain").get("value").isNumber()).isTrue();
  }

  @Test
  void remembersTheCategoriesOfItems() {
    var own = folder.resolve("items");
    var ingested =
        Run.of("ingest", folder.resolve("photos"), "--profile", "cafe", "--workspace", own);
    assertThat(ingested.exit()).as(ingested.err()).isZero();
    train(own);
    Object[] words = {
      "classify", "--taxonomy", taxonomy, "--classifier", "shapes", "--workspace", own
    };

    var first = Run.of(words);
    var second = Run.of(words);

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err())
        .contains("16 items and photos; 16 classified now, 16 of them otherwise");
    assertThat(first.out().lines()).hasSize(16).anyMatch(line -> line.contains("disc3"));
    assertThat(second.err()).contains("16 items and photos; 0 classified now, 0 of them otherwise");
    assertThat(second.out()).isEqualTo(first.out());
  }

  private static Run done(Object... words) {
    var run = Run.of(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  @Test
  void theIndexAndReportsGoByTheClassifierThatWasAskedLast() throws IOException {
    var own = folder.resolve("shop");
    var profile =
        write(
            "shop.yaml",
            Profiles.text("commerce")
                .replace("taxonomy: shop", "taxonomy: shapes.yaml")
                .replace("{sure: 0.9, least: 0.7}", "{sure: 0.5, least: 0.5}"));
    done("ingest", folder.resolve("photos"), "--profile", profile, "--workspace", own);
    train(own);
    var swapped = Files.readString(data).replace(",disc,", ",?,").replace(",square,", ",disc,");
    train("swapped", write("swapped.csv", swapped.replace(",?,", ",square,")), own);

    var discs = new ArrayList<String>();
    for (var classifier : List.of("shapes", "swapped", "shapes")) {
      done("classify", "--classifier", classifier, "--workspace", own);
      var hits =
          json(
              done(
                  "search",
                  "a disc",
                  "-k",
                  "40",
                  "--filter",
                  "category:disc",
                  "--format",
                  "json",
                  "--workspace",
                  own));
      var items = new TreeSet<String>();
      hits.forEach(hit -> items.add(hit.get("item").stringValue()));
      discs.add(items.toString());
    }
    assertThat(discs.getFirst()).contains("disc0", "disc7").doesNotContain("square");
    assertThat(discs.get(1)).contains("square0").doesNotContain("disc");
    assertThat(discs.getLast()).isEqualTo(discs.getFirst());

    done(
        "feedback",
        "add",
        "--kind",
        "wrong-category",
        "--person",
        "kim",
        "--item",
        "disc3",
        "--category",
        "square",
        "--workspace",
        own);
    var report = json(done("feedback", "report", "--format", "json", "--workspace", own));
    assertThat(report.at("/wrong_categories/0/shown").stringValue()).isEqualTo("모양/disc");
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    var labels = List.of("photo,label", "photos/disc0/disc0.png,triangle");
    fails("unknown label 'triangle'; leaves of the taxonomy are 모양/disc", labels);
    fails("'모양' is a head; give one of its leaves", List.of("photo,label", "a.png,모양"));
    fails("there is no column 'label'", List.of("photo,category", "a.png,disc"));
    fails("none of its photos could be read", List.of("photo,label", "absent.png,disc"));
    var discs = new java.util.ArrayList<>(List.of("photo,label"));
    for (int i = 0; i < EACH; i++) {
      discs.add("photos/disc" + i + "/disc" + i + ".png,disc");
    }
    fails("all photos have the label '모양/disc'; at least two labels are needed", discs);
    discs.add("photos/square0/square0.png,square");
    fails("the label '모양/square' has 1 photos, at least 3 are needed", discs);
  }

  private static void fails(String problem, List<String> csv) throws IOException {
    var file = write("bad.csv", String.join("\n", csv) + "\n");
    var run =
        Run.of(
            "train",
            "classifier",
            "--data",
            file,
            "--taxonomy",
            taxonomy,
            "--name",
            "bad",
            "--workspace",
            folder.resolve("nothing"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("bad.csv").contains(problem);
  }

  @Test
  void refusesClassifiersThatDoNotFit() throws IOException {
    var photo = folder.resolve("photos/disc0/disc0.png");
    Object[] absent = {"classify", photo, "--classifier", "nobody", "--workspace", workspace};
    assertThat(Run.of(absent).err()).contains("unknown classifier 'nobody'", "shapes");
    Object[] other = {"classify", photo, "--classifier", "shapes", "--workspace", workspace};
    assertThat(Run.of(other).err()).contains("answers '모양/disc', which the taxonomy lacks");

    var file = workspace.resolve("classifiers/shapes.json");
    var text = Files.readString(file);
    var space = new JsonMapper().readTree(text).get("space").stringValue();
    var elsewhere = write("elsewhere.json", text.replace(space, "other-000000000000"));
    Object[] foreign = {"classify", photo, "--classifier", elsewhere, "--workspace", workspace};
    assertThat(Run.of(foreign).err()).contains("a classifier for the space other-000000000000");
    var changed = write("changed.json", text.replace("\"모양/disc\"", "\"모양/ring\""));
    Object[] spoilt = {"classify", photo, "--classifier", changed, "--workspace", workspace};
    assertThat(Run.of(spoilt).err()).contains("another SHA-256 than stated");
    var fewer = write("fewer.json", text.replaceFirst("\"biases\" *: *\\[[^,]*,", "\"biases\":["));
    Object[] short1 = {"classify", photo, "--classifier", fewer, "--workspace", workspace};
    assertThat(Run.of(short1).err()).contains("2 labels need as many rows of weights and biases");
  }
}

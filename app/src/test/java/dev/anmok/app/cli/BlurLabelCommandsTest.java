package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.blur.BlurModels;
import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Smear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate blur`, `tune blur` and `train blur` on drawn pictures: 30 sharp ones and 30 blurred.
class BlurLabelCommandsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void draw() throws IOException {
    var labels = new StringBuilder("path,label,tags,split\n");
    Files.createDirectories(folder.resolve("sharp"));
    for (int i = 0; i < 60; i++) {
      boolean blurry = i % 2 == 1;
      var picture = squares(i / 2);
      var shown = blurry ? new Smear.Disc(9).apply(picture) : picture;
      var jpeg = PhotoWriter.open().jpeg(shown, 92);
      Files.write(folder.resolve(i + ".jpg"), jpeg);
      if (!blurry) {
        Files.write(folder.resolve("sharp/" + i + ".jpg"), jpeg);
      }
      labels.append(i).append(".jpg,").append(blurry ? "blurry,," : "sharp,small_picture,");
      labels.append(i < 20 ? "test\n" : "tune\n");
    }
    Files.writeString(folder.resolve("labels.csv"), labels);
  }

  /// Squares of two greys.
  private static Pixels squares(int seed) {
    var random = new Random(seed);
    int side = 6 + random.nextInt(10);
    int dark = random.nextInt(100);
    var rgb = new byte[3 * 160 * 120];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % 160;
      int y = i / 3 / 160;
      rgb[i] = (byte) ((x / side + y / side) % 2 == 0 ? dark : dark + 120);
    }
    return Pixels.wrap(160, 120, rgb);
  }

  private static Run run(Object... words) {
    var all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--workspace";
    all[words.length + 1] = folder.resolve("none");
    return Run.of(all);
  }

  private static Path labels(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void evaluateComparesMethodsOnTheSamePhotosAndWritesAReport() throws IOException {
    var report = folder.resolve("report.html");
    var run =
        run(
            "evaluate",
            "blur",
            "--data",
            folder.resolve("labels.csv"),
            "--format",
            "json",
            "--report",
            report);

    assertThat(run.exit()).isZero();
    var json = JSON.readTree(run.out());
    assertThat(json.get("photos").asInt()).isEqualTo(60);
    assertThat(json.get("blurry").asInt()).isEqualTo(30);
    var laplacian = json.get("methods").get(0);
    assertThat(laplacian.get("method").asString()).isEqualTo("laplacian");
    assertThat(laplacian.get("blurry_over").asDouble()).isEqualTo(-3.5);
    assertThat(laplacian.get("area").get("value").asDouble()).isGreaterThan(0.95);
    assertThat(laplacian.get("area_against").has("small_picture")).isTrue();
    assertThat(json.get("methods"))
        .extracting(method -> method.get("method").asString())
        .containsExactly("laplacian", "spectrum", "stacked", "learned", "bdnet");
    assertThat(Files.readString(report)).contains("curve-1").contains("kinds-luma-mean");
    assertThat(run("evaluate", "blur", "--data", folder.resolve("labels.csv")).out())
        .contains("area under ROC")
        .contains("small_picture (30)");
  }

  @Test
  void trainingOnCopiesOfSharpPhotosGivesAModelThatIsUsed() throws IOException {
    var out = folder.resolve("m/learned.json");
    var run =
        run(
            "train",
            "blur",
            "--from-sharp",
            folder.resolve("sharp"),
            "--data",
            folder.resolve("labels.csv"),
            "--copies",
            "4",
            "--out",
            out,
            "--format",
            "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    var json = JSON.readTree(run.out());
    assertThat(json.get("held_out").get("area").asDouble()).isGreaterThan(0.7);
    var model = BlurModels.read(out);
    // 20 sharp photos that share their name with no row of the split test, with 4 copies each, and
    // 40
    // labelled ones
    assertThat(model.trained()).contains("120 examples").contains("40 labelled photos");
    assertThat(model.name()).isEqualTo("learned");
  }

  @Test
  void tuneLooksAtNoTestRowAndRefusesWhatTooFewLabelsCannotShow() {
    var labels = folder.resolve("labels.csv");
    var sure = run("tune", "blur", "--labels", labels, "--method", "laplacian", "--precision", 0.8);

    assertThat(sure.exit()).isZero();
    assertThat(sure.out())
        .contains("labels      40 photos, 20 blurry")
        .contains("blurry over")
        .contains("sharp up to")
        .contains("go to people");
    var unsure =
        run("tune", "blur", "--labels", labels, "--method", "laplacian", "--precision", 0.97);
    assertThat(unsure.exit()).isEqualTo(1);
    assertThat(unsure.out()).contains("best        over");
    assertThat(unsure.err()).contains("is sure to keep a precision of 0.97");
  }

  @Test
  void badLabelFilesAreOneClearLine() throws IOException {
    var missing = labels("missing.csv", "path,label\n0.jpg,sharp\n1.jpg,blurry\ngone.jpg,blurry\n");
    oneLine(
        run("evaluate", "blur", "--data", missing), 1, "1 of 3 photos are not there", "gone.jpg");
    assertThat(run("evaluate", "blur", "--data", missing, "--skip-missing").exit()).isZero();

    var one = labels("one.csv", "path,label\n0.jpg,sharp\n2.jpg,sharp\n");
    oneLine(run("evaluate", "blur", "--data", one), 1, "one.csv: 0 blurry of 2 photos");

    var few = labels("few.csv", "path,label\n0.jpg,sharp\n1.jpg,blurry\n");
    oneLine(run("tune", "blur", "--labels", few), 1, "1 blurry and 1 clear", "at least 10");
    oneLine(run("train", "blur", "--data", few), 1, "1 blurry and 1 clear", "at least 10");
    assertThat(run("evaluate", "blur", "--data", few).err()).contains("only 1 blurry photos");

    oneLine(run("tune", "blur"), 2, "tune blur needs --labels FILE");
    oneLine(run("tune", "blur", "--labels", few, "--method", "fft"), 2, "--method must be one of");
    oneLine(run("train", "blur"), 2, "train blur needs --from-sharp");
    oneLine(run("train", "blur", "--from-sharp", folder.resolve("no")), 2, "no such folder");
    oneLine(run("tune", "mood", "--method", "learned"), 2, "go with 'tune blur' only");
  }

  private static void oneLine(Run run, int exit, String... parts) {
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err().lines().filter(line -> line.startsWith("anmok:")))
        .hasSize(1)
        .first()
        .asString()
        .contains(parts);
  }
}

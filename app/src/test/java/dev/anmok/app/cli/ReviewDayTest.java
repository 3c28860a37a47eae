package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.FewPictures;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two days of reviews of one product by the commands a user types: on the first day three good
/// photos, a copy, a blurred and a dark one, a receipt, a file cut short and one that is not there;
/// on the second the first day's rows again and one new photo.
class ReviewDayTest {
  @TempDir static Path folder;
  private static Path photos = Path.of("");
  private static Path workspace = Path.of("");
  private static Run first = new Run(0, "", "");
  private static Run second = new Run(0, "", "");
  private static Run curatedFirst = new Run(0, "", "");

  @BeforeAll
  static void twoDays() throws IOException {
    photos = FewPictures.reviews(folder.toRealPath().resolve("drawn"));
    darken(photo(6));
    workspace = folder.resolve("data");
    var rows = new ArrayList<String>();
    for (int i = 1; i <= 8; i++) {
      rows.add(row(photo(i)));
    }
    rows.add(row(photos.resolve("gone.jpg")));
    first = ingest(Files.write(folder.resolve("day1.jsonl"), rows));
    curatedFirst = Run.of("curate", "--workspace", workspace);
    rows.add(row(photo(9)));
    second = ingest(Files.write(folder.resolve("day2.jsonl"), rows));
    var curated = Run.of("curate", "--workspace", workspace);
    assertThat(curated.exit()).as(curated.err()).isZero();
  }

  @Test
  void theFirstDayTellsWhatIsNewCopiedAndRejected() {
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err())
        .contains("9 photos: 7 new, 0 copies of known ones, 0 as before, 2 rejected")
        .contains("(1 missing, 1 truncated)");
  }

  @Test
  void theSecondDayAddsOnlyWhatIsNew() {
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.err()).contains("10 photos: 1 new, 0 copies of known ones, 9 as before");
  }

  @Test
  void everyPhotoHasItsReasonAndTheUsefulOnesComeFirst() {
    assertThat(curatedFirst.exit()).as(curatedFirst.err()).isZero();
    var reasons = new TreeMap<String, String>();
    var ranks = new TreeMap<Integer, Double>();
    for (var photo : details().get(0).get("photos")) {
      reasons.put(name(photo), photo.get("reason").asString());
      if (photo.get("rank").asInt() > 0) {
        ranks.put(photo.get("rank").asInt(), photo.get("useful").get("score").asDouble());
      }
    }

    assertThat(reasons)
        .containsAllEntriesOf(
            Map.of(
                "photo-01.jpg", "representative",
                "photo-02.jpg", "representative",
                "photo-03.jpg", "representative",
                "photo-04.jpg", "exact_duplicate_of",
                "photo-05.jpg", "blurred",
                "photo-06.jpg", "too_dark",
                "photo-07.jpg", "off_topic",
                "photo-08.jpg", "unreadable",
                "gone.jpg", "unreadable",
                "photo-09.jpg", "representative"));
    assertThat(List.copyOf(ranks.values()))
        .hasSize(4)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void blurNamesTheBlurredPhotoAndOnlyThat() {
    var plain = Run.of("blur", "--workspace", workspace, "--format", "json");

    assertThat(plain.exit()).as(plain.err()).isZero();
    assertThat(JsonMapper.shared().readValue(plain.out(), String[].class))
        .containsExactly(photo(5).toString());
    var table = Run.of("blur", "--workspace", workspace);
    assertThat(table.out()).contains("photo-06.jpg").contains("too_dark").contains("nearly black");
    assertThat(table.err())
        .contains("8 photos: 6 sharp, 1 blurry, 0 uncertain, 0 flat_scene, 1 too_dark");
  }

  @Test
  void aHeatMapIsWrittenForEachPhotoThatIsListed() throws IOException {
    var heat = folder.resolve("heat");
    var run = Run.of("blur", "--workspace", workspace, "--heatmaps", heat);

    assertThat(run.exit()).as(run.err()).isZero();
    try (var files = Files.list(heat)) {
      assertThat(files.map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrder("0001-photo-05.jpg", "0002-photo-06.jpg");
    }
    var picture = ImageIO.read(heat.resolve("0001-photo-05.jpg").toFile());
    assertThat(Math.max(picture.getWidth(), picture.getHeight())).isLessThanOrEqualTo(512);
  }

  @Test
  void filesNeedNoWorkspaceAndAWrongMethodIsUsage() {
    var nowhere = folder.resolve("nowhere");
    var run =
        Run.of(
            "blur",
            photo(1),
            photo(5),
            "--workspace",
            nowhere,
            "--format",
            "json",
            "--method",
            "laplacian");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(JsonMapper.shared().readValue(run.out(), String[].class))
        .containsExactly(photo(5).toString());
    var wrong = Run.of("blur", photo(1), "--workspace", nowhere, "--method", "magic");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--method must be one of laplacian");
  }

  @Test
  void decisionsAreStoredExportedReportedAndOneItemAgrees() throws IOException {
    var csv = folder.resolve("out.csv");
    assertThat(Run.of("export", "--to", csv, "--workspace", workspace).exit()).isZero();
    assertThat(Files.readString(csv)).contains("off_topic").contains("useful 0.");
    var html = folder.resolve("report.html");
    var report = Run.of("report", "--out", html, "--workspace", workspace);
    assertThat(report.exit()).as(report.err()).isZero();
    assertThat(Files.readString(html)).contains("주제 아님").contains("off topic");
    var one = Run.of("curate", "--item", "soup", "--format", "json", "--workspace", workspace);
    var all = Run.of("curate", "--format", "json", "--workspace", workspace);
    assertThat(JsonMapper.shared().readTree(one.out()))
        .isEqualTo(JsonMapper.shared().readTree(all.out()));
  }

  @Test
  void aMalformedRowIsNamedBeforeAnythingIsDone() throws IOException {
    var bad = Files.write(folder.resolve("bad.jsonl"), List.of(row(photo(1)), "{\"uri\": "));
    var run = Run.of("ingest", bad, "--profile", "review", "--workspace", folder.resolve("none"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("bad.jsonl line 2: not valid JSON");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  /// A thirtieth of the light: no pixel is left that shows anything.
  private static void darken(Path photo) throws IOException {
    var picture = ImageIO.read(photo.toFile());
    var dark =
        new RescaleOp(1 / 30f, 0, null)
            .filter(
                picture,
                new BufferedImage(
                    picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB));
    assertThat(ImageIO.write(dark, "jpg", photo.toFile())).isTrue();
  }

  private static JsonNode details() {
    var run = Run.of("curate", "--details", "--format", "json", "--workspace", workspace);
    return JsonMapper.shared().readTree(run.out());
  }

  private static Run ingest(Path manifest) {
    return Run.of("ingest", manifest, "--profile", "review", "--workspace", workspace);
  }

  private static Path photo(int number) {
    return photos.resolve("photo-%02d.jpg".formatted(number));
  }

  private static String row(Path photo) {
    var row = Map.of("uri", photo.toString(), "item", "soup", "title", "순두부찌개");
    return JsonMapper.shared().writeValueAsString(row);
  }

  private static String name(JsonNode photo) {
    return String.valueOf(Path.of(photo.get("image").asString()).getFileName());
  }
}

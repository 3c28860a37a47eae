package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.SamplePictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo, and the main job on its drawn sample photos by the commands a user types, with the
/// real decoder, model, catalog and index.
class CafeJobTest {
  @TempDir static Path folder;
  private static Path workspace = Path.of("");
  private static Path photos = Path.of("");
  private static Run demo = new Run(-1, "", "");

  /// What the generator says each file is, by absolute path: kind and fault.
  private static final Map<String, List<String>> TRUTH = new HashMap<>();

  /// What a newcomer types first, after it was stopped while drawing: nothing says that the photos
  /// are all there.
  @BeforeAll
  static void demo() throws IOException {
    workspace = folder.resolve("demo");
    photos = Files.createDirectories(workspace.resolve("photos"));
    demo = Run.of("demo", "--workspace", workspace);
    assertThat(demo.exit()).as(demo.err()).isZero();
    var drawn = workspace.resolve(SamplePictures.TRUTH);
    for (var line : Files.readAllLines(drawn).stream().skip(1).toList()) {
      var cells = line.split(",", -1);
      var uri = drawn.toAbsolutePath().resolveSibling(cells[0]).normalize();
      TRUTH.put(uri.toString(), List.of(cells[2], cells[3]));
    }
  }

  @Test
  void theDemoAnswersInWordsAndWritesTheReport() {
    assertThat(demo.out()).contains("창가 자리가 있는 아늑한 카페").doesNotContain("nothing");
    assertThat(workspace.resolve("report.html")).exists();
  }

  @Test
  void everyFileHasAnOutcomeAndOnlyTheBrokenOnesAreRejected() {
    var rejected = json("status", "--rejected", "--format", "json", "--workspace", workspace);

    var broken = TRUTH.entrySet().stream().filter(e -> e.getValue().get(1).equals("broken"));
    assertThat(texts(rejected, "image"))
        .containsExactlyInAnyOrderElementsOf(broken.map(Map.Entry::getKey).toList());
    var status = json("status", "--format", "json", "--workspace", workspace);
    assertThat(status.get("accepted").asInt() + rejected.size()).isEqualTo(TRUTH.size());
  }

  @Test
  void aSecondRunDoesNothing() {
    var again = Run.of("ingest", photos, "--profile", "cafe", "--workspace", workspace);

    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains(" 0 new").contains(" 0 rejected");
  }

  @Test
  void theChosenPhotosShowThePlace() {
    var kept = json("curate", "--format", "json", "--workspace", workspace);

    assertThat(kept.size()).isGreaterThanOrEqualTo(10);
    int rooms = 0;
    int chosen = 0;
    for (var item : kept) {
      assertThat(item.get("images").size()).isEqualTo(5);
      for (var image : item.get("images")) {
        chosen++;
        rooms += kind(image).equals("room") ? 1 : 0;
      }
    }
    assertThat(rooms).as("rooms among %d chosen", chosen).isGreaterThanOrEqualTo(chosen * 95 / 100);
  }

  @Test
  void itemsAreDroppedForTheReasonThatWasDrawnIntoThem() {
    var reasons = new HashMap<String, String>();
    for (var item : json("curate", "--format", "json", "--details", "--workspace", workspace)) {
      reasons.put(item.get("item").asString(), item.get("reason").asString());
      for (var photo : item.get("photos")) {
        assertThat(photo.get("reason").asString()).isNotEmpty();
      }
    }

    assertThat(reasons)
        .containsEntry("잃어버린 필름", "all_unreadable")
        .containsEntry("새벽 두 시", "too_few_images")
        .containsEntry("바쁜 점심", "too_few_above_threshold")
        .containsEntry("오늘의 반죽", "too_few_above_threshold")
        .containsEntry("달빛 서재", "kept");
  }

  @Test
  void decidingAboutOneItemStoresNothing() {
    var one = Run.of("curate", "--item", "달빛 서재", "--threshold", "5", "--workspace", workspace);
    assertThat(one.out()).contains("too_few_above_threshold");

    var stored = json("status", "--format", "json", "--workspace", workspace).get("curated");
    assertThat(stored.get("kept").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(Run.of("curate", "--item", "달빛 서재", "--workspace", workspace).out())
        .contains("1.  +");
  }

  @Test
  void bothMethodsAreComparedSideBySide() {
    var compared = json("curate", "--compare", "--format", "json", "--workspace", workspace);

    var food = find(compared, "item", "오늘의 반죽");
    assertThat(food.get("delta")).isEmpty();
    assertThat(food.get("as_published")).isNotEmpty(); // the old method drops no item
  }

  @Test
  void wordsInBothLanguagesAndAPhotoFindPlaces() {
    for (var words : List.of("창가 자리가 있는 아늑한 카페", "a room with warm lighting")) {
      var hits = json("search", words, "-k", "3", "--format", "json", "--workspace", workspace);
      assertThat(hits).hasSize(3);
      assertThat(texts(hits, "item")).doesNotHaveDuplicates();
      for (var hit : hits) {
        assertThat(kind(hit.get("image"))).isEqualTo("room");
      }
    }
    var kept = json("curate", "--format", "json", "--workspace", workspace);
    var first = kept.get(0);
    var photo = first.get("images").get(0).asString();
    var hits = json("search", "--image", photo, "--format", "json", "--workspace", workspace);
    assertThat(hits.get(0).get("item")).isEqualTo(first.get("item"));
    assertThat(
            json(
                    "search",
                    "--image",
                    photo,
                    "--by",
                    "photo",
                    "--format",
                    "json",
                    "--workspace",
                    workspace)
                .get(0)
                .get("image")
                .asString())
        .isEqualTo(photo);
  }

  @Test
  void similarItemsLeaveTheItemItselfOut() {
    var similar = json("similar", "달빛 서재", "--format", "json", "--workspace", workspace);

    assertThat(texts(similar, "item")).hasSizeGreaterThan(5).doesNotContain("달빛 서재");
    assertThat(Run.of("similar", "없는 카페", "--workspace", workspace).exit()).isEqualTo(2);
  }

  @Test
  void aRepresentativeIsAlwaysFoundByItsOwnVector() {
    var figures = json("evaluate", "index", "--format", "json", "--workspace", workspace);

    assertThat(figures.get("auto").get("recall").asDouble()).isEqualTo(1.0);
  }

  @Test
  void tuningFindsTwoModesNearTheShippedThreshold() throws IOException {
    var run = Run.of("tune", "mood", "--workspace", workspace);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("two clean modes");
    double proposed = number(run.out(), "proposed");
    double present = number(run.out(), "present");
    assertThat(proposed).isBetween(present - 0.03, present + 0.03);
    assertThat(workspace.resolve("tune-mood.html")).exists();
  }

  @Test
  void labelsGiveTheThresholdThatKeepsAPrecision() throws IOException {
    var labels = new ArrayList<String>(List.of("uri,label"));
    TRUTH.forEach((uri, truth) -> {
      if (truth.get(1).equals("none")) {
        labels.add(uri + "," + (truth.getFirst().equals("room") ? "good" : "bad"));
      }
    });
    var file = Files.write(folder.resolve("labels.csv"), labels, StandardCharsets.UTF_8);

    var run =
        Run.of("tune", "mood", "--labels", file, "--precision", "0.95", "--workspace", workspace);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("precision 0.9").contains("recall 0.9");
  }

  @Test
  void theReportHoldsEveryItem() throws IOException {
    var file = folder.resolve("report.html");
    var run = Run.of("report", "--out", file, "--workspace", workspace);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(file)).contains("달빛 서재", "잃어버린 필름", "data:image/jpeg");
  }

  @Test
  void exportsHaveOneRowAPhoto() throws IOException {
    for (var name : List.of("all.csv", "all.jsonl")) {
      var file = folder.resolve(name);
      assertThat(Run.of("export", "--to", file, "--workspace", workspace).exit()).isZero();
      int rows = Files.readAllLines(file).size() - (name.endsWith(".csv") ? 1 : 0);
      assertThat(rows).isEqualTo(TRUTH.size());
    }
    var table = folder.resolve("all.parquet");
    var run = Run.of("export", "--to", table, "--workspace", workspace);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains(TRUTH.size() + " photos written");
    assertThat(Files.readAllBytes(table))
        .startsWith('P', 'A', 'R', '1')
        .endsWith('P', 'A', 'R', '1');
  }

  @Test
  void theDoctorFindsEverythingInOrder() {
    var run = Run.of("doctor", "--workspace", workspace);

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("index up to date").doesNotContain("FAILED");
    assertThat(Run.of("models", "verify").exit()).isZero();
    assertThat(Run.of("models", "list").out())
        .contains("anmok-mini")
        .contains("Not for commercial");
  }

  private static String kind(JsonNode uri) {
    return TRUTH.getOrDefault(uri.asString(), List.of("unknown")).getFirst();
  }

  private static JsonNode json(Object... words) {
    var run = Run.of(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  private static List<String> texts(JsonNode array, String key) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.get(key).asString()));
    return texts;
  }

  private static JsonNode find(JsonNode array, String key, String value) {
    for (var element : array) {
      if (element.get(key).asString().equals(value)) {
        return element;
      }
    }
    throw new AssertionError("no element with " + key + " " + value);
  }

  private static double number(String out, String name) {
    var line = out.lines().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(name.length()).strip());
  }
}

package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.cli.CommandLineProgram;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The threshold workbench over HTTP, from the drawing to the saved profile.
class ThresholdRoutesTest {
  private static final String LENS = "/api/v1/lenses/mood";

  @TempDir Path folder;
  private Path photos = Path.of("");
  private final List<String> log = new CopyOnWriteArrayList<>();
  private @Nullable ApiServer started;
  private Client client = new Client("", "");

  @BeforeEach
  void start() throws IOException {
    photos = FewPictures.draw(folder.toRealPath().resolve("samples"), 3, 10);
    var session = Session.fill(folder.resolve("data"), "cafe", Optional.empty());
    new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(), FetchRules.PUBLIC);
    started = ApiServer.start(session, options, ServerLimits.DEFAULT, log::add);
    client = new Client(started.address(), "");
  }

  @AfterEach
  void stop() throws IOException {
    Objects.requireNonNull(started).close();
    assertThat(log).isEmpty();
  }

  private List<JsonNode> sample(String query) {
    var photos = new ArrayList<JsonNode>();
    client.get(LENS + "/samples" + query).ok().get("photos").forEach(photos::add);
    return photos;
  }

  private Client.Got label(String photo, String label, String by, String seen) {
    return client.post(
        LENS + "/labels",
        "{\"photo\":\"%s\",\"label\":\"%s\",\"reviewer\":\"%s\",\"seen\":\"%s\"}"
            .formatted(photo, label, by, seen));
  }

  private static String id(JsonNode photo) {
    return photo.get("id").asString();
  }

  @Test
  void aSampleIsDrawnAndReadInPages() {
    assertThat(client.get(LENS + "/samples").ok().has("sample")).isFalse();
    var drawn = client.post(LENS + "/samples", "{\"size\":20}").ok().get("sample");
    assertThat(drawn.get("size").asInt()).isEqualTo(20);
    long pictures = drawn.get("pictures").asLong();
    assertThat(pictures).isBetween(20L, 30L);

    var all = sample("?details=true");
    assertThat(all).hasSize(20).extracting(ThresholdRoutesTest::id).doesNotHaveDuplicates();
    double weights = all.stream().mapToDouble(photo -> photo.get("weight").asDouble()).sum();
    assertThat(Math.round(weights)).as("the sample stands for all pictures").isEqualTo(pictures);
    var page = client.get(LENS + "/samples?limit=15").ok();
    assertThat(page.get("photos").get(0).has("delta")).as("the machine is not to sway").isFalse();
    var rest = sample("?limit=15&cursor=" + page.get("next").asString());
    assertThat(rest)
        .extracting(ThresholdRoutesTest::id)
        .containsExactlyElementsOf(
            all.subList(15, 20).stream().map(ThresholdRoutesTest::id).toList());

    client.post(LENS + "/samples", "{\"size\":5}").problem(400, "size must be");
    client.get("/api/v1/lenses/taste/samples").problem(404, "the profile has 'mood'");
  }

  @Test
  void aLargerSampleKeepsThePhotosThatWereDrawn() {
    client.post(LENS + "/samples", "{\"size\":20}").ok();
    var before = sample("").stream().map(ThresholdRoutesTest::id).toList();
    label(before.getFirst(), "good", "kim", "").ok();

    var more = client.post(LENS + "/samples", "{\"size\":25}").ok().get("sample");

    assertThat(more.get("good").asInt()).isEqualTo(1);
    assertThat(sample("").stream().map(ThresholdRoutesTest::id)).containsAll(before);
  }

  @Test
  void twoPeopleDoNotReplaceEachOthersLabelUnseen() {
    client.post(LENS + "/samples", "{\"size\":20}").ok();
    var photo = id(sample("").getFirst());
    var kim = label(photo, "good", "kim", "").ok();

    var told = label(photo, "bad", "lee", "");
    told.problem(409, "kim said 'good'");
    assertThat(told.json().get("label")).isEqualTo(kim);
    assertThat(label(photo, "good", "kim", "").ok()).as("sent twice").isEqualTo(kim);
    label(photo, "bad", "lee", kim.get("at").asString()).ok();
    assertThat(sample("").getFirst().get("label").get("reviewer").asString()).isEqualTo("lee");

    var back = client.delete(LENS + "/labels/last?reviewer=lee").ok();
    assertThat(back.get("label").asString()).isEqualTo("bad");
    assertThat(back.get("standing")).isEqualTo(kim);
    assertThat(sample("").getFirst().get("label")).isEqualTo(kim);
    client.delete(LENS + "/labels/last?reviewer=lee").problem(409, "no label");
    label(photo, "fine", "kim", kim.get("at").asString()).problem(400, "label must be one of");
    label("0".repeat(64), "good", "kim", "").problem(404, "no photo");
  }

  @Test
  void theCurveFollowsTheLabelsAndAThresholdIsSaved() throws IOException {
    client.post(LENS + "/samples", "{\"size\":500}").ok();
    assertThat(client.get(LENS + "/curve").ok().get("missing").asString()).isEqualTo("no_labels");
    var drawn = sample("?details=true&limit=500");
    for (var photo : drawn) {
      label(id(photo), photo.get("delta").asDouble() > 0.03 ? "good" : "bad", "kim", "").ok();
    }

    var curve = client.get(LENS + "/curve?precision=0.95&threshold=-1").ok();
    // every picture is labelled, so nothing is left to chance: the labels' own limit is found
    var chosen = curve.get("chosen");
    assertThat(chosen.get("precision").get("low").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(chosen.get("recall").get("value").asDouble()).isEqualTo(1);
    assertThat(curve.get("at").get("photos").asInt()).isEqualTo(drawn.size());
    assertThat(curve.get("present").get("origin").asString()).startsWith("shipped with");
    assertThat(curve.get("version").asInt()).isZero();

    var value = chosen.get("threshold").asDouble();
    var body =
        "{\"value\":%s,\"precision\":0.95,\"reviewer\":\"kim\",\"version\":0}".formatted(value);
    var saved = client.post(LENS + "/threshold", body).ok();
    assertThat(saved.get("labels").asInt()).isEqualTo(drawn.size());
    assertThat(client.get(LENS + "/distribution").ok().get("threshold").asDouble())
        .isEqualTo(value);
    var conflict = client.post(LENS + "/threshold", body.replace("kim", "lee"));
    conflict.problem(409, "version 1 was saved meanwhile by kim");
    assertThat(conflict.json().get("present")).isEqualTo(saved);
    client.post(LENS + "/threshold", "{\"value\":0.1}").problem(400, "'version' is missing");
    assertThat(client.get(LENS + "/threshold/versions").ok().get("versions").get(0))
        .isEqualTo(saved);

    var file = folder.resolve("data").resolve(saved.get("file").asString());
    assertThat(file).exists();
    var other = folder.resolve("other");
    run("--workspace", other, "ingest", photos, "--profile", "cafe");
    assertThat(run("--workspace", other, "curate", "--profile", file))
        .contains("(of the profile, for this space)");
    assertThat(run("--workspace", other, "tune", "mood", "--save")).contains("cafe-v1.yaml");
    assertThat(Files.readString(other.resolve("profiles/cafe-v1.yaml")))
        .contains("By the two modes of the photos' deltas, without labels.");
  }

  private static String run(Object... words) {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var args = Stream.of(words).map(String::valueOf).toArray(String[]::new);
    assertThat(CommandLineProgram.run(args, out, out)).as("%s", said).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }
}

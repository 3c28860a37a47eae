package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The review queue over HTTP, with the real model and catalog. An audit of all puts every photo
/// into the queue, whichever of them the method is sure of.
@Timeout(120)
class ReviewRoutesTest {
  private static final int PHOTOS = 6;
  private static final int WRITERS = 4;
  private static final int EACH = 15;
  private static final String REVIEW = "/api/v1/review";
  private static final String VERDICTS = REVIEW + "/verdicts";

  @TempDir Path folder;
  private Path photos = Path.of("");
  private final List<String> log = new CopyOnWriteArrayList<>();
  private @Nullable ApiServer started;
  private Client client = new Client("", "");

  @BeforeEach
  void start() throws IOException {
    photos = FewPictures.draw(folder.toRealPath().resolve("samples"), 1, PHOTOS);
    var session = Session.fill(folder.resolve("data"), "album", Optional.empty());
    new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
    var options =
        new ServeOptions(
            "127.0.0.1",
            0,
            Optional.empty(),
            List.of(photos.resolveSibling("")),
            FetchRules.PUBLIC);
    started = ApiServer.start(session, options, ServerLimits.DEFAULT, log::add);
    client = new Client(started.address(), "");
  }

  @AfterEach
  void stop() throws IOException {
    Objects.requireNonNull(started).close();
    assertThat(log).isEmpty();
  }

  private Client.Got say(String photo, String rest) {
    return client.post(VERDICTS, "{\"photo\":\"" + photo + "\"," + rest + "}");
  }

  private List<String> ids(String query) {
    var ids = new ArrayList<String>();
    for (var photo : client.get(REVIEW + query).ok().get("photos")) {
      ids.add(photo.get("id").asString());
    }
    return ids;
  }

  @Test
  void theQueueIsReadInPagesWhileVerdictsAreStored() {
    client.post(REVIEW + "/audits", "{\"size\":100}").ok();
    var all = ids("");
    assertThat(all).hasSize(PHOTOS);

    var page = client.get(REVIEW + "?limit=2&names=url&subject=blur").ok();
    assertThat(page.get("waiting").asInt()).isEqualTo(PHOTOS);
    var first = page.get("photos").get(0);
    assertThat(first.propertyNames())
        .contains(
            "id", "image", "item", "why", "verdict", "method", "score", "evidence", "picture");
    assertThat(first.get("image")).isEqualTo(first.get("picture"));
    assertThat(client.get(URI.create(first.get("picture").asString()).getPath()).status())
        .isEqualTo(200);
    say(all.getFirst(), "\"verdict\":\"sharp\",\"reviewer\":\"kim\"").ok();
    say(all.get(1), "\"verdict\":\"skip\"").ok();

    var next = "?limit=2&cursor=" + page.get("next").asString();
    assertThat(ids(next)).containsExactly(all.get(2), all.get(3));
    assertThat(ids("")).hasSize(PHOTOS - 1).doesNotContain(all.getFirst()).endsWith(all.get(1));
  }

  @Test
  void verdictsAreReportedAndTakenBack() {
    client.post(REVIEW + "/audits", "{\"size\":100}").ok();
    var photo = ids("").getFirst();
    var said = say(photo, "\"verdict\":\"blurry\",\"kind\":\"motion\",\"reviewer\":\"kim\"").ok();
    assertThat(said.get("photo").asString()).isEqualTo(photo);
    assertThat(said.get("kind").asString()).isEqualTo("motion");
    assertThat(said.get("machine").get("verdict").asString()).isNotEmpty();
    say(photo, "\"verdict\":\"sharp\",\"reviewer\":\"이\"").ok();

    var report = client.get(REVIEW + "/report").ok();
    assertThat(report.get("people").get("disputed").asInt()).isEqualTo(1);
    assertThat(report.get("people").get("verdicts").get("sharp").asInt()).isEqualTo(1);
    assertThat(report.get("photos").get("decided_by_people").asInt()).isEqualTo(1);
    assertThat(report.get("photos").get("all").asInt()).isEqualTo(PHOTOS);

    var last = VERDICTS + "/last";
    assertThat(verdict(client.delete(last + "?reviewer=kim").ok())).isEqualTo("blurry");
    client.delete(last + "?reviewer=kim").problem(409, "no verdict to take back");
    assertThat(verdict(client.delete(last).ok())).isEqualTo("sharp");
    client.delete(last).problem(409, "no verdict to take back");
  }

  private static String verdict(JsonNode review) {
    return review.get("verdict").asString();
  }

  @Test
  void whatIsNotKnownIsSaid() {
    var unknown = "0".repeat(64);
    say(unknown, "\"verdict\":\"sharp\"").problem(404, "no photo 000");
    say("../x", "\"verdict\":\"sharp\"").problem(400, "SHA-256");
    var photo = client.get("/api/v1/items").ok().get("items").get(0).get("item").asString();
    var id =
        client
            .get("/api/v1/items/" + Client.url(photo))
            .ok()
            .get("photos")
            .get(0)
            .get("id")
            .asString();
    say(id, "\"verdict\":\"fuzzy\"").problem(400, "verdict must be one of sharp, blurry, skip");
    say(id, "\"verdict\":\"blurry\",\"kind\":\"rain\"").problem(400, "kind must be one of");
    say(id, "\"verdict\":\"sharp\",\"subject\":\"taste\"").problem(400, "subject must be blur");
    say(id, "\"verdict\":\"sharp\",\"reviewer\":\"\"").problem(400, "reviewer must be 1 to 64");
    say(id, "\"kind\":\"motion\"").problem(400, "field 'verdict' is missing");
    client.post(VERDICTS).problem(400, "field 'photo' is missing");
    client.post(REVIEW + "/audits", "{}").problem(400, "field 'size' is missing");
    client.post(REVIEW + "/audits", "{\"size\":0}").problem(400, "size must be", "1 to 10000");
    client.get(REVIEW + "?subject=taste").problem(400, "subject must be blur", "was 'taste'");
    client.get(REVIEW + "?cursor=5").problem(400, "cursor must be the 'next'");
    client.get(REVIEW + "?limit=1001").problem(400, "limit must be", "1 to 1000");
    client.get(REVIEW + "/report?subject=taste").problem(400, "subject must be blur");
    var foreign =
        HttpRequest.newBuilder(URI.create(client.base() + VERDICTS))
            .header("Origin", "http://evil.example")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    client.send(foreign).problem(403, "another origin");
    assertThat(client.get(REVIEW + "/report").ok().get("people").get("verdicts")).isEmpty();
  }

  @Test
  void severalPeopleReviewWhileAnIngestRuns() throws Exception {
    client.post(REVIEW + "/audits", "{\"size\":100}").ok();
    var all = ids("");
    var job = client.post("/api/v1/ingest", "{\"source\":\"" + copies() + "\"}");
    assertThat(job.status()).as(job.body()).isEqualTo(202);
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var work = new ArrayList<Future<?>>();
      for (int w = 0; w < WRITERS; w++) {
        var reviewer = "reviewer " + w;
        work.add(
            threads.submit(() -> {
              for (int i = 0; i < EACH; i++) {
                say(
                        all.get(i % all.size()),
                        "\"verdict\":\"sharp\",\"reviewer\":\"" + reviewer + "\"")
                    .ok();
              }
            }));
      }
      for (var one : work) {
        one.get();
      }
    }
    var path = job.whole().headers().firstValue("Location").orElseThrow();
    assertThat(client.get(path + "/events").body()).contains("\"state\":\"done\"", "\"new\":30");

    var report = client.get(REVIEW + "/report").ok();
    for (int w = 0; w < WRITERS; w++) {
      assertThat(report.get("people").get("reviewers").get("reviewer " + w).asInt())
          .isEqualTo(EACH);
    }
    assertThat(report.get("photos").get("all").asInt()).isEqualTo(PHOTOS + 30);
  }

  /// Thirty copies, each with another tail and so another digest.
  private Path copies() throws IOException {
    var folder = Files.createDirectories(photos.resolveSibling("many").resolve("item"));
    List<Path> pictures;
    try (var files = Files.walk(photos)) {
      pictures = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < 30; i++) {
      var copy = folder.resolve("%02d.jpg".formatted(i));
      Files.copy(pictures.get(i % pictures.size()), copy);
      Files.write(copy, new byte[1 + i / pictures.size()], StandardOpenOption.APPEND);
    }
    return Objects.requireNonNull(folder.getParent());
  }
}

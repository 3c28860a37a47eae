package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.feedback.ColouredItems;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Feedback over HTTP, with the real model and catalog and a profile that logs and ranks.
@Timeout(120)
class FeedbackRoutesTest {
  private static final String FEEDBACK = "/api/v1/feedback";
  private static final String SEARCH = "/api/v1/search?all=true&k=8&photo=";

  @TempDir Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private @Nullable ApiServer started;
  private @Nullable Session session;
  private Client client = new Client("", "");

  @BeforeEach
  void start() throws IOException {
    var photos = ColouredItems.draw(folder.resolve("photos"));
    var profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            Profiles.text("cafe") + "\npersonal:\n  rank: on\n  log: on\n  weight: 0.5\n");
    session = Session.fill(folder.resolve("data"), profile.toString(), Optional.empty());
    new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(), null);
    started = ApiServer.start(session, options, ServerLimits.DEFAULT, log::add);
    client = new Client(started.address(), "");
  }

  @AfterEach
  void stop() throws IOException {
    Objects.requireNonNull(started).close();
    assertThat(log).isEmpty();
  }

  private String photo(String item) {
    return client.get("/api/v1/items/" + item).ok().get("photos").get(0).get("id").asString();
  }

  private Client.Got search(String rest) {
    return client.get(SEARCH + photo("green-00") + rest);
  }

  private static String header(Client.Got got, String name) {
    return got.whole().headers().firstValue(name).orElse("");
  }

  private static List<String> items(JsonNode hits) {
    var items = new ArrayList<String>();
    hits.forEach(hit -> items.add(hit.get("item").asString()));
    return items;
  }

  private Client.Got say(String kind, String person, String rest) {
    return client.post(
        FEEDBACK, "{\"kind\":\"" + kind + "\",\"person\":\"" + person + "\"" + rest + "}");
  }

  private List<Feedback> logged() throws IOException {
    try (var rows = Objects.requireNonNull(session).workspace().catalog().feedback().byAnswer()) {
      return rows.toList();
    }
  }

  /// What was shown is written a moment later.
  private List<Feedback> logged(int rows) throws Exception {
    for (int i = 0; i < 600 && logged().size() < rows; i++) {
      Thread.sleep(50);
    }
    return logged();
  }

  @Test
  void whatIsShownIsLoggedWithItsScoreWithoutTaste() throws Exception {
    var got = search("&person=kim&shop=s1");
    var hits = got.ok();
    var answer = header(got, "Anmok-Answer");
    assertThat(answer).isNotEmpty();
    assertThat(header(got, "Anmok-Cache")).isEqualTo("bypass");

    var rows = logged(8);
    assertThat(rows).hasSize(8).allMatch(row -> row.kind() == FeedbackKind.SHOWN);
    for (int i = 0; i < 8; i++) {
      int position = i + 1;
      var row = rows.stream().filter(each -> each.position() == position).findAny().orElseThrow();
      assertThat(row.item()).isEqualTo(hits.get(i).get("item").asString());
      assertThat(row.person()).isEqualTo("kim");
      assertThat(row.shop()).isEqualTo("s1");
      assertThat(row.answer()).isEqualTo(answer);
      var looks = hits.get(i).get("why").get("parts").get(0).get("calibrated").asDouble();
      assertThat(Math.abs(row.score() - looks)).isLessThan(1e-4);
    }
  }

  @Test
  void nobodyIsLoggedWhoIsNotNamedAndTheirAnswersAreShared() throws Exception {
    assertThat(header(search(""), "Anmok-Cache")).isEqualTo("miss");
    var again = search("");
    assertThat(header(again, "Anmok-Cache")).isEqualTo("hit");
    assertThat(header(again, "Anmok-Answer")).isEmpty();
    Thread.sleep(300);
    assertThat(logged()).isEmpty();
  }

  @Test
  void likesMoveWhatAPersonFindsAndNobodyElses() throws Exception {
    var before = items(search("").ok());
    for (var item : List.of("green-07", "green-10", "green-04")) {
      say("liked", "kim", ",\"item\":\"" + item + "\"").ok();
    }
    for (var item : List.of("red-00", "red-01", "red-02", "blue-00")) {
      say("disliked", "kim", ",\"item\":\"" + item + "\"").ok();
    }

    var got = search("&person=kim");
    var parts = got.ok().get(0).get("why").get("parts");
    assertThat(parts).hasSize(3);
    assertThat(parts.get(1).get("part").asString()).isEqualTo("liked");
    assertThat(parts.get(2).get("part").asString()).isEqualTo("disliked");
    for (var hit : got.json()) {
      var added = hit.get("why").get("parts");
      assertThat(Math.abs(added.get(1).get("added").asDouble())).isLessThanOrEqualTo(0.5);
      assertThat(added.get(2).get("added").asDouble()).isBetween(-0.5, 0.0);
    }
    assertThat(header(got, "Server-Timing")).contains("taste;dur=");
    assertThat(items(got.json())).isNotEqualTo(before);
    assertThat(items(search("").ok())).isEqualTo(before);
    assertThat(items(search("&person=lee").ok())).isEqualTo(before);
    assertThat(search("&person=kim&fusion=rrf").ok().get(0).get("why").get("parts")).hasSize(1);
  }

  @Test
  void feedbackIsReportedCountedOnceAndForgotten() throws Exception {
    var answer = header(search("&person=kim"), "Anmok-Answer");
    logged(8);
    var first = ",\"answer\":\"" + answer + "\",\"item\":\"green-00\"";
    assertThat(say("clicked", "kim", first).ok().get("stored").asInt()).isEqualTo(1);
    assertThat(say("clicked", "kim", first).ok().get("stored").asInt()).isZero();
    var several =
        """
        {"events":[{"kind":"disliked","person":"kim","item":"red-00"},
        {"kind":"liked","person":"lee","item":"red-00"},
        {"kind":"wrong-category","person":"kim","photo":"%s","category":"tops"}]}\
        """
            .formatted(photo("red-01"));
    assertThat(client.post(FEEDBACK, several).ok().get("stored").asInt()).isEqualTo(3);

    var report = client.get(FEEDBACK + "/report").ok();
    assertThat(report.get("answers").asInt()).isEqualTo(1);
    assertThat(report.get("counts").get("clicked").asInt()).isEqualTo(1);
    assertThat(report.get("positions").get(0).get("clicked").get("successes").asInt()).isOne();
    assertThat(report.get("positions").get(1).get("clicked").get("successes").asInt()).isZero();
    assertThat(report.get("satisfaction").get("share").asDouble()).isEqualTo(0.5);
    assertThat(report.get("disliked").get(0).get("subject").asString()).isEqualTo("item red-00");
    assertThat(report.get("wrong_categories").get(0).get("right").asString()).isEqualTo("tops");

    assertThat(client.delete(FEEDBACK + "?person=kim").ok().get("forgotten").asInt()).isEqualTo(11);
    assertThat(logged()).extracting(Feedback::person).containsExactly("lee");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    say("loved", "kim", ",\"item\":\"red-00\"").problem(400, "kind must be one of", "was 'loved'");
    say("liked", "kim", ",\"item\":\"nothing\"").problem(404, "there is no item nothing");
    say("liked", "kim", ",\"photo\":\"" + "0".repeat(64) + "\"").problem(404, "there is no photo");
    say("liked", "kim", ",\"photo\":\"../x\"").problem(400, "SHA-256");
    say("liked", "kim", "").problem(400, "needs an item or a photo");
    say("liked", "", ",\"item\":\"red-00\"").problem(400, "needs a person, a shop or an answer");
    say("liked", "k".repeat(10_000), ",\"item\":\"red-00\"")
        .problem(400, "at most 128 characters, had 10000");
    say("liked", "kim", ",\"item\":\"red-00\",\"at\":\"noon\"").problem(400, "at must be a time");
    say("liked", "kim", ",\"item\":\"red-00\",\"position\":-1").problem(400, "position");
    say("liked", "kim", ",\"item\":\"red-00\",\"category\":\"x\"").problem(400, "wrong-category");
    say("liked", "kim", ",\"stars\":5").problem(400, "unknown field 'stars'");
    client.post(FEEDBACK).problem(400, "field 'kind' is missing");
    client.post(FEEDBACK, "{\"events\":[1]}").problem(400, "events[0] must be an object");
    client
        .post(FEEDBACK, "{\"events\":[{\"kind\":\"loved\"}]}")
        .problem(400, "events[0]: kind must be one of");
    client.post(FEEDBACK, "{\"events\":5}").problem(400, "must stand alone and be a list");
    client.delete(FEEDBACK).problem(400, "person must not be empty");
    search("&person=" + "k".repeat(200)).problem(400, "person may have at most 128");
    assertThat(logged()).isEmpty();
  }
}

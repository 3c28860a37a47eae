package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Curation over HTTP, on drawn photos of three cafes, with the real model, catalog and index.
class CurateRoutesTest {
  private static final int CAFES = 3;
  private static final int EACH = 9;
  private static final List<String> LOG = new CopyOnWriteArrayList<>();

  @TempDir static Path folder;
  private static ApiServer server;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    var photos = FewPictures.draw(folder.toRealPath().resolve("samples"), CAFES, EACH);
    var session = Session.fill(folder.resolve("data"), "cafe", Optional.empty());
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(photos), null);
    server = ApiServer.start(session, options, ServerLimits.DEFAULT, LOG::add);
    client = new Client(server.address(), "");
    done(client.post("/api/v1/ingest", "{\"source\": \"" + photos + "\"}"));
    curate("{\"require\": 1, \"keep\": 2}");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    assertThat(LOG).isEmpty();
  }

  private static JsonNode curate(String how) {
    return done(client.post("/api/v1/curate", how));
  }

  /// Waits until a job has ended well.
  private static JsonNode done(Client.Got started) {
    assertThat(started.status()).as(started.body()).isEqualTo(202);
    var path = started.whole().headers().firstValue("Location").orElseThrow();
    client.get(path + "/events");
    var job = client.get(path).ok();
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    return job;
  }

  private static String path(String item) {
    return "/api/v1/items/" + Client.url(item);
  }

  private static JsonNode details(String item) {
    return client.get(path(item) + "/representatives?details=true").ok();
  }

  private static List<String> texts(JsonNode list, String key) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.get(key).asString()));
    return texts;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static JsonNode listed(String query) {
    return client.get("/api/v1/items?details=true&" + query).ok();
  }

  private static List<String> shown(String item) {
    for (var each : listed("").get("items")) {
      if (each.get("item").asString().equals(item)) {
        return texts(each.get("representatives"));
      }
    }
    return List.of();
  }

  private static String item(int n) {
    return client.get("/api/v1/items").ok().get("items").get(n).get("item").asString();
  }

  private static Client.Got choose(
      String item, List<String> pinned, List<String> banned, long version) {
    var json =
        "{\"pinned\":%s,\"banned\":%s,\"version\":%d,\"reviewer\":\"김 검수\"}"
            .formatted(list(pinned), list(banned), version);
    return client.post(path(item) + "/choices", json);
  }

  private static String list(List<String> ids) {
    return ids.isEmpty() ? "[]" : "[\"" + String.join("\",\"", ids) + "\"]";
  }

  private static void takeBack(String item) {
    var version = details(item).get("choice").get("version").asLong();
    choose(item, List.of(), List.of(), version).ok();
  }

  @Test
  void aChoiceIsShownAtOnceAndKeptByCuration() {
    var item = item(0);
    var before = details(item);
    var ids = texts(before.get("photos"), "id");
    var worst = ids.getLast();
    var best = shown(item).getFirst();

    var after = choose(item, List.of(worst), List.of(best), version(before)).ok();

    assertThat(after.get("choice").get("who").asString()).isEqualTo("김 검수");
    assertThat(after.get("photos").get(0).get("id").asString()).isEqualTo(worst);
    assertThat(after.get("photos").get(0).get("reason").asString()).isEqualTo("pinned_by_hand");
    assertThat(shown(item)).hasSize(2).startsWith(worst).doesNotContain(best);
    assertThat(texts(listed("state=by-hand").get("items"), "item")).contains(item);
    var hit = client.get("/api/v1/search?photo=" + worst + "&by=photo&k=1").ok().get(0);
    assertThat(hit.get("score").asDouble()).as("the search follows").isGreaterThan(0.99);

    curate("{\"require\": 1, \"keep\": 2}");
    assertThat(shown(item)).startsWith(worst).doesNotContain(best);
    assertThat(details(item).get("choice")).isEqualTo(after.get("choice"));

    takeBack(item);
    assertThat(shown(item)).startsWith(best);
    assertThat(texts(listed("state=by-hand").get("items"), "item")).doesNotContain(item);
  }

  private static long version(JsonNode details) {
    return details.get("choice").get("version").asLong();
  }

  @Test
  void whoDidNotSeeTheLastChoiceIsToldIt() {
    var item = item(1);
    var seen = details(item);
    var photo = seen.get("photos").get(0).get("id").asString();
    choose(item, List.of(photo), List.of(), version(seen)).ok();
    var again = choose(item, List.of(photo), List.of(), version(seen)).ok();
    assertThat(version(again)).as("the answer was lost").isEqualTo(version(seen) + 1);

    var late = choose(item, List.of(), List.of(photo), version(seen));

    late.problem(409, "changed meanwhile", "김 검수");
    var standing = late.json().get("standing");
    assertThat(texts(standing.get("choice").get("pinned"))).containsExactly(photo);
    choose(item, List.of(), List.of(photo), version(standing)).ok();
    assertThat(shown(item)).doesNotContain(photo);
    takeBack(item);
  }

  @Test
  void aChoiceIsHeldToTheItemsPhotos() {
    var item = item(2);
    var other = details(item(1)).get("photos").get(0).get("id").asString();
    var own = details(item).get("photos").get(0).get("id").asString();
    long version = version(details(item));

    choose(item, List.of(other), List.of(), version).problem(400, "has no photo " + other);
    choose(item, List.of("x"), List.of(), version).problem(400, "SHA-256");
    choose(item, List.of(own), List.of(own), version).problem(400, "pinned and banned");
    client.post(path(item) + "/choices", "{\"pinned\":[]}").problem(400, "'version' is missing");
    client.post(path("nobody") + "/choices", "{\"version\":0}").problem(404, "nobody");
    assertThat(version(details(item))).isEqualTo(version);
  }

  @Test
  void anotherThresholdOrMethodIsTriedAndNothingStored() {
    var item = item(0);
    var path = path(item) + "/representatives?details=true";
    var before = shown(item);

    var none = client.get(path + "&threshold=1.9").ok();
    assertThat(none.get("kept").asBoolean()).isFalse();
    assertThat(none.get("reason").asString()).isEqualTo("too_few_above_threshold");
    var old = client.get(path + "&method=as-published").ok();
    assertThat(old.get("photos").get(0).get("detail").asString()).contains("final score");
    client.get(path + "&method=best").problem(400, "delta, as-published or useful");
    client.get(path + "&threshold=3").problem(400, "threshold");
    assertThat(shown(item)).isEqualTo(before);
  }

  @Test
  void itemsAreListedWithWhatWasDecided() {
    var all = listed("");
    var first = all.get("items").get(0);
    assertThat(first.get("photos").asInt()).isEqualTo(EACH);
    assertThat(first.get("kept").asBoolean()).isTrue();
    assertThat(first.get("reason").asString()).isEqualTo("kept");
    assertThat(listed("state=kept").get("total").asInt()).isEqualTo(CAFES);
    assertThat(listed("state=dropped").get("total").asInt()).isZero();
    var name = first.get("item").asString();
    assertThat(texts(listed("q=" + Client.url(name)).get("items"), "item")).containsExactly(name);
    assertThat(listed("q=nothing%20of%20that").get("total").asInt()).isZero();
    client.get("/api/v1/items?state=good").problem(400, "state must be");
    client.get("/api/v1/items?q=" + "a".repeat(201)).problem(400, "200 characters");
  }

  @Test
  void aThresholdsEffectAgreesWithCountingByHand() {
    var deltas = new ArrayList<List<Double>>();
    for (int i = 0; i < CAFES; i++) {
      var its = new ArrayList<Double>();
      details(item(i)).get("photos").forEach(photo -> its.add(photo.get("delta").asDouble()));
      its.sort(Comparator.reverseOrder());
      deltas.add(its);
    }
    var lens = "/api/v1/lenses/mood/";
    for (double threshold : new double[] {-1.5, deltas.get(0).get(2) + 0.001, 0.04, 1.5}) {
      var effect = client.get(lens + "threshold?require=3&photos=3&value=" + threshold).ok();
      long photos =
          deltas.stream().flatMap(List::stream).filter(delta -> delta > threshold).count();
      long items = deltas.stream().filter(its -> its.get(2) > threshold).count();
      assertThat(effect.get("photos").asLong()).as("above %f", threshold).isEqualTo(photos);
      assertThat(effect.get("items").asLong()).as("above %f", threshold).isEqualTo(items);
      assertThat(effect.get("above")).hasSize((int) Math.min(3, photos));
    }
    var spread = client.get(lens + "distribution?require=3&bins=20").ok();
    assertThat(spread.get("items").get("total").asInt()).isEqualTo(CAFES);
    assertThat(sum(spread.get("items").get("bins"))).isEqualTo(CAFES);
    assertThat(sum(spread.get("bins"))).isEqualTo(CAFES * EACH);
    assertThat(texts(spread.get("items").get("bins"), "from"))
        .isEqualTo(texts(spread.get("bins"), "from"));
    var many = client.get(lens + "distribution?require=10").ok().get("items");
    assertThat(many.get("too_few").asInt()).isEqualTo(CAFES);
    client.get(lens + "threshold").problem(400, "value is missing");
    client.get("/api/v1/lenses/depth/threshold?value=0").problem(404, "'mood'");
  }

  private static int sum(JsonNode bins) {
    int sum = 0;
    for (var bin : bins) {
      sum += bin.get("count").asInt();
    }
    return sum;
  }

  @Test
  void theWorkspaceSaysHowItWasCurated() {
    var standing = client.get("/api/v1/curate").ok();
    assertThat(standing.get("last").get("keep").asInt()).isEqualTo(2);
    assertThat(standing.get("last").get("require").asInt()).isEqualTo(1);
    assertThat(standing.get("items").asInt()).isEqualTo(CAFES);
    assertThat(standing.get("kept").asInt()).isEqualTo(CAFES);
    assertThat(standing.get("default").get("threshold").isNumber()).isTrue();
    client.post("/api/v1/curate").problem(400, "{} for the profile's own way");
    client.post("/api/v1/curate", "{\"keep\":0}").problem(400, "keep must be");
    client.post("/api/v1/curate", "{\"method\":\"best\"}").problem(400, "method must be");
  }

  @Test
  void theAsPublishedMethodIsSetBesideWhatIsStored() {
    var item = item(2);
    var worst = texts(details(item).get("photos"), "id").getLast();
    choose(item, List.of(worst), List.of(), version(details(item))).ok();

    var all = client.get("/api/v1/curate/comparison").ok();

    assertThat(all.get("compared").asInt()).isEqualTo(CAFES);
    assertThat(texts(all.get("items"), "item")).contains(item);
    for (var each : all.get("items")) {
      var stored = texts(each.get("stored").get("photos"));
      assertThat(stored).isEqualTo(shown(each.get("item").asString()));
      assertThat(texts(each.get("as_published").get("photos"))).hasSize(2).isNotEqualTo(stored);
    }
    var photos = all.get("photos");
    assertThat(photos.get("both").asInt() + photos.get("only_stored").asInt()).isEqualTo(CAFES * 2);
    var second = client.get("/api/v1/curate/comparison?offset=1&limit=1").ok();
    assertThat(second.get("total")).isEqualTo(all.get("total"));
    takeBack(item);
  }
}

package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages ask beside the jobs' own routes: the workspace, folders, rejections, figures, albums,
/// and signing in.
class WorkspaceRoutesTest {
  private static final String TOKEN = "a-token-of-enough-characters";

  @TempDir static Path folder;
  private static final List<String> LOG = new CopyOnWriteArrayList<>();
  private static ApiServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    var photos = FewPictures.reviews(folder.toRealPath().resolve("samples")).resolveSibling("");
    Files.writeString(photos.resolve("list.csv"), "uri,item\n");
    Files.writeString(photos.resolve("notes.md"), "x");
    Files.createSymbolicLink(photos.resolve("link"), Path.of("/etc"));
    var options = new ServeOptions("127.0.0.1", 0, Optional.of(TOKEN), List.of(photos), null);
    server =
        ApiServer.start(
            Session.fill(folder.resolve("data"), "cafe", Optional.empty()),
            options,
            ServerLimits.DEFAULT,
            LOG::add);
    client = new Client(server.address(), TOKEN);
    run(client.post("/api/v1/ingest", "{\"source\": \"" + photos + "\"}"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    assertThat(LOG).isEmpty();
  }

  private static void run(Client.Got job) {
    assertThat(job.status()).as(job.body()).isEqualTo(202);
    var events = client.get(job.whole().headers().firstValue("Location").orElseThrow() + "/events");
    assertThat(events.body()).contains("\"state\":\"done\"");
  }

  @Test
  void theWorkspaceSaysItsProfileAndCounts() {
    var json = client.get("/api/v1/workspace").ok();
    assertThat(json.get("profile").get("name").asString()).isEqualTo("cafe");
    assertThat(json.get("profile").get("lens").get("name").asString()).isEqualTo("mood");
    assertThat(json.get("counts").get("accepted").asInt()).isEqualTo(8);
    assertThat(json.get("counts").get("photos").asInt()).isEqualTo(7); // one is a copy
    assertThat(json.get("counts").get("rejected").get("truncated").asInt()).isEqualTo(1);
  }

  @Test
  void rejectionsArePagedWithTheirReasons() {
    var all = client.get("/api/v1/rejections").ok();
    assertThat(all.get("total").asInt()).isEqualTo(3); // a photo cut short, and two texts
    assertThat(all.get("photos")).hasSize(3);
    var page = client.get("/api/v1/rejections?offset=2&limit=1").ok().get("photos");
    assertThat(page).hasSize(1);
    assertThat(page.get(0)).isEqualTo(all.get("photos").get(2));
    assertThat(page.get(0).get("image").asString()).endsWith("photo-08.jpg");
    assertThat(page.get(0).get("reason").asString()).isEqualTo("truncated");
    assertThat(client.get("/api/v1/rejections?offset=3").ok().get("photos")).isEmpty();
    client.get("/api/v1/rejections?limit=0").problem(400, "limit must be");
  }

  @Test
  void onlyWhatMayBeIngestedIsListed() {
    var roots = client.get("/api/v1/folders").ok().get("sources");
    assertThat(roots).hasSize(1);
    var root = roots.get(0).get("path").asString();
    var within = client.get("/api/v1/folders?path=" + Client.url(root)).ok().get("sources");
    assertThat(within.get(0).get("name").asString()).isEqualTo("list.csv");
    assertThat(within.get(0).get("kind").asString()).isEqualTo("manifest");
    assertThat(within.get(1).get("kind").asString()).isEqualTo("folder");
    var names = new ArrayList<String>();
    within.forEach(each -> names.add(each.get("name").asString()));
    assertThat(names).doesNotContain("notes.md", "link");
    assertThat(client.get("/api/v1/folders?path=" + Client.url(root)).ok().get("more").asBoolean())
        .isFalse();
    client.get("/api/v1/folders?path=/etc").problem(403, "--allow-folder");
    client.get("/api/v1/folders?path=" + Client.url(root + "/../..")).problem(403, "may be read");
    client.get("/api/v1/folders?path=" + Client.url(root + "/link")).problem(403, "symbolic link");
    client.get("/api/v1/folders?path=" + Client.url(root + "/list.csv")).problem(400, "no folder");
  }

  @Test
  void figuresAndRecallAreMeasuredNow() {
    var figures = client.get("/api/v1/figures").ok();
    assertThat(figures.get("memory").get("heap_used").asLong()).isPositive();
    assertThat(figures.get("index").get("photos").asInt()).isEqualTo(8);
    assertThat(figures.get("index").get("behind").asInt()).isZero();
    var recall = client.get("/api/v1/index/recall?queries=5&k=3").ok();
    assertThat(recall.get("queries").asInt()).isEqualTo(5);
    assertThat(recall.get("modes").get("exact").get("recall").asDouble()).isEqualTo(1.0);
    client.get("/api/v1/index/recall?k=0").problem(400, "k must be");
  }

  @Test
  void albumsHoldEveryPhotoOnceShownOrFolded() {
    client.get("/api/v1/albums/food").problem(409, "POST /api/v1/albums");
    assertThat(client.get("/api/v1/albums").ok().get("made").asBoolean()).isFalse();
    run(client.post("/api/v1/albums", "{}"));
    assertThat(client.get("/api/v1/albums").ok().get("stale").asBoolean()).isFalse();
    var shown = client.get("/api/v1/albums").ok().get("categories").get(0).get("best");
    var first = shown.get(0).get("id").asString();
    client
        .post(
            "/api/v1/review/verdicts",
            "{\"subject\":\"category\",\"verdict\":\"others\",\"photo\":\"" + first + "\"}")
        .ok();
    assertThat(client.get("/api/v1/albums").ok().get("stale").asBoolean()).isTrue();
    client.delete("/api/v1/review/verdicts/last?subject=category").ok();

    var albums = client.get("/api/v1/albums").ok();
    assertThat(albums.get("photos").asInt()).isEqualTo(8);
    assertThat(albums.get("stale").asBoolean()).isFalse();
    int seen = 0;
    int folded = 0;
    for (var category : albums.get("categories")) {
      var path = "/api/v1/albums/" + Client.url(category.get("category").asString());
      var page = client.get(path).ok();
      assertThat(page.get("total")).isEqualTo(category.get("photos"));
      double last = 1;
      for (var photo : page.get("photos")) {
        seen++;
        folded += photo.get("copies").size();
        double score = photo.has("score") ? photo.get("score").asDouble() : -1;
        assertThat(score).isLessThanOrEqualTo(last); // highlights, best first, then the others
        last = score;
      }
      assertThat(client.get(path + "?offset=100000").ok().get("photos")).isEmpty();
    }
    assertThat(seen + folded).isEqualTo(8);
    assertThat(folded).isEqualTo(albums.get("folded").asInt()).isPositive();
    client.get("/api/v1/albums/nothing").problem(404, "nothing");
  }

  @Test
  void aCookieIsGivenForTheTokenAndOpensWhatTheTokenOpens() throws Exception {
    var nobody = new Client(server.address(), "");
    assertThat(nobody.get("/api/v1/session").ok().get("signed_in").asBoolean()).isFalse();
    nobody.post("/api/v1/session", "{\"token\": \"guess\"}").problem(403, "not the server's token");
    nobody.post("/api/v1/session", "{}").problem(400, "token");

    var given = nobody.post("/api/v1/session", "{\"token\": \"" + TOKEN + "\"}");
    assertThat(given.status()).isEqualTo(200);
    assertThat(given.whole().headers().firstValue("Set-Cookie").orElseThrow())
        .doesNotContain("Secure");
    assertThat(signedIn("https://photos.example")).endsWith("; Secure");
    assertThat(signedIn("http://photos.example")).doesNotContain("Secure");
    var header = given.whole().headers().firstValue("Set-Cookie").orElseThrow();
    var cookie = header.substring(0, header.indexOf(';'));
    assertThat(with(cookie).statusCode()).isEqualTo(200);
    assertThat(with(cookie + "0").statusCode()).isEqualTo(401);
    assertThat(with("").statusCode()).isEqualTo(401);
  }

  private static String signedIn(String origin) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/session"))
              .header("Origin", origin)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"token\": \"" + TOKEN + "\"}"));
      return http.send(request.build(), BodyHandlers.ofString())
          .headers()
          .firstValue("Set-Cookie")
          .orElseThrow();
    }
  }

  private static HttpResponse<String> with(String cookie) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create(server.address() + "/api/v1/workspace");
      return http.send(
          HttpRequest.newBuilder(uri).header("Cookie", cookie).build(), BodyHandlers.ofString());
    }
  }
}

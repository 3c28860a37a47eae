package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.http.Method;
import dev.anmok.app.http.Raw;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The API over drawn photos of three cafes, with the real model, catalog and index.
class ApiServerTest {
  private static final int CAFES = 3;
  private static final int EACH = 7;

  @TempDir static Path folder;
  private static Path photos = Path.of("");
  private static final List<String> LOG = new CopyOnWriteArrayList<>();
  private static ApiServer server;
  private static Client client;
  private static String events = "";

  @BeforeAll
  static void start() throws IOException {
    photos = FewPictures.draw(folder.toRealPath().resolve("samples"), CAFES, EACH);
    var session = Session.fill(folder.resolve("data"), "cafe", Optional.empty());
    var options =
        new ServeOptions(
            "127.0.0.1",
            0,
            Optional.empty(),
            List.of(photos.resolveSibling("")),
            FetchRules.PUBLIC);
    server = ApiServer.start(session, options, ServerLimits.DEFAULT, LOG::add);
    client = new Client(server.address(), "");
    var job = client.post("/api/v1/ingest", "{\"source\": \"" + photos + "\"}");
    assertThat(job.status()).as(job.body()).isEqualTo(202);
    var path = job.whole().headers().firstValue("Location").orElseThrow();
    events = client.get(path + "/events").body();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    assertThat(LOG).isEmpty();
  }

  @Test
  void anIngestTellsHowItGoesAndEnds() {
    assertThat(events).contains("event: progress\n").contains("\"photos_per_second\":");
    var end = events.substring(events.lastIndexOf("event: "));
    assertThat(end).startsWith("event: end\n").contains("\"state\":\"done\"", "\"new\":21");

    var jobs = client.get("/api/v1/jobs").ok();
    var job = jobs.get(jobs.size() - 1); // the oldest
    assertThat(job.get("state").asString()).isEqualTo("done");
    assertThat(job.get("done").asInt()).isEqualTo(CAFES * EACH);
    assertThat(client.get("/api/v1/jobs/" + job.get("id").asString()).ok()).isEqualTo(job);
    assertThat(job.get("result").get("misfits")).isEmpty();
    client.get("/api/v1/jobs/nobody").problem(404, "no job nobody");
  }

  @Test
  void theSameQuestionIsAnsweredFromMemoryUntilThePhotosChange() throws IOException {
    var bytes = Files.readAllBytes(anyPhoto());
    var fields = Map.of("by", "photo", "k", "3");
    var first = client.upload("/api/v1/search", "image", Map.of("a.jpg", bytes), fields);
    var second = client.upload("/api/v1/search", "image", Map.of("b.jpg", bytes), fields);
    assertThat(header(second, "Anmok-Cache")).isEqualTo("hit");
    assertThat(header(second, "Anmok-Match")).isEqualTo(header(first, "Anmok-Match"));
    assertThat(second.ok()).isEqualTo(first.ok());
    assertThat(header(second, "Server-Timing")).contains("decode;dur=").doesNotContain("search;");

    System.gc(); // counters must outlive what only they refer to
    var hits = Pattern.compile("anmok_cache_hits_total ([1-9])");
    assertThat(client.get("/metrics").body()).containsPattern(hits);

    var other = client.upload("/api/v1/search", "image", Map.of("a.jpg", bytes), Map.of("k", "2"));
    assertThat(header(other, "Anmok-Cache")).isEqualTo("miss");
    assertThat(header(other, "Server-Timing")).contains("embed;dur=", "search;dur=");
    client.get("/api/v1/search?q=a&k=0").problem(400, "k must be");
    client.get("/api/v1/search?q=a&k=0").problem(400, "k must be");
  }

  @Test
  void aPartOfAPhotoIsLookedFor() throws IOException {
    var files = Map.of("a.jpg", Files.readAllBytes(anyPhoto()));
    var whole = client.upload("/api/v1/search", "image", files, Map.of("k", "3")).ok();
    var all = Map.of("k", "3", "box", "0.0,0.0,1.0,1.0");
    assertThat(client.upload("/api/v1/search", "image", files, all).ok().get(0).get("item"))
        .isEqualTo(whole.get(0).get("item"));
    var corner = Map.of("k", "3", "box", "0,0,40,30");
    assertThat(client.upload("/api/v1/search", "image", files, corner).ok()).isNotEqualTo(whole);
    var outside = Map.of("box", "90000,0,10,10");
    client
        .upload("/api/v1/search", "image", files, outside)
        .problem(422, "the box 90000,0,10,10 lies outside the photo of");
    var wrong = Map.of("box", "1,2,3");
    client.upload("/api/v1/search", "image", files, wrong).problem(400, "x,y,w,h");
    var many = Map.of("box", "1,2,3,4;5,6,7,8");
    client.upload("/api/v1/search", "image", files, many).problem(400, "there are 2 for 1");
  }

  private static String header(Client.Got got, String name) {
    return got.whole().headers().firstValue(name).orElse("");
  }

  private static Path anyPhoto() throws IOException {
    try (var files = Files.walk(photos)) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void onlyAllowedFoldersAreIngested() throws IOException {
    var link = Files.createSymbolicLink(photos.resolveSibling("link"), Path.of("/etc"));
    var text = Files.writeString(photos.resolveSibling("notes.md"), "x");
    for (var path :
        List.of(
            "/etc",
            photos + "/../..",
            photos + "/../../../etc",
            link + "/ssl",
            "" + link,
            "photos")) {
      ingest(path).problem(403, "--allow-folder");
    }
    ingest(photos + "/nowhere").problem(404, "no such folder");
    ingest("" + text).problem(400, ".csv or .jsonl");
    ingest("a\\u0000b").problem(400, "no path");
    client.post("/api/v1/ingest", "{}").problem(400, "'source' is missing");
    client
        .post("/api/v1/ingest", "{\"source\":\"" + photos + "\",\"profile\":\"/etc/passwd\"}")
        .problem(400, "profile 'cafe'");
  }

  @Test
  void aManifestMayNotNamePhotosElsewhere() throws IOException {
    var outside = Files.copy(photo(), folder.resolve("outside.jpg"));
    var manifest = Files.writeString(photos.resolveSibling("m.csv"), "uri\n" + outside + "\n");

    var job = ingest("" + manifest);
    var path = job.whole().headers().firstValue("Location").orElseThrow();
    var end = client.get(path + "/events").body();

    assertThat(end).contains("\"state\":\"failed\"", "outside.jpg, which may not be read");
  }

  @Test
  void itemsAreListedInPages() throws IOException {
    var all = client.get("/api/v1/items").ok();
    int total = all.get("total").asInt();
    assertThat(all.get("items")).hasSize(total);

    var one = client.get("/api/v1/items?offset=1&limit=1").ok().get("items");
    assertThat(one).hasSize(1);
    assertThat(one.get(0)).isEqualTo(all.get("items").get(1));
    client.get("/api/v1/items?limit=0").problem(400, "limit must be a whole number from 1 to 1000");
    client.get("/api/v1/items?offset=-1").problem(400, "offset");

    var item = client.get("/api/v1/items/" + Client.url(cafe())).ok();
    assertThat(item.get("photos")).hasSize(EACH);
    client.get("/api/v1/items/nobody").problem(404, "no item 'nobody'");
  }

  @Test
  void anItemHasRepresentativesWithReasons() throws IOException {
    var path = "/api/v1/items/" + Client.url(cafe()) + "/representatives";
    var plain = client.get(path).ok();
    assertThat(plain.propertyNames()).containsExactly("item", "title", "images");

    var details = client.get(path + "?details=true").ok();
    assertThat(details.get("photos")).hasSize(EACH);
    assertThat(details.get("photos").get(0).get("reason").asString()).isNotEmpty();
  }

  @Test
  void similarItemsLeaveTheItemOut() throws IOException {
    var similar = client.get("/api/v1/items/" + Client.url(cafe()) + "/similar?k=2").ok();

    assertThat(similar).isNotEmpty();
    assertThat(texts(similar, "item")).doesNotContain(cafe());
  }

  @Test
  void wordsFindPhotosAndTheSettingsAreHeldToTheirRanges() {
    var hits = client.get("/api/v1/search?q=" + Client.url("아늑한 카페") + "&by=photo&k=5").ok();
    assertThat(hits).hasSize(5);
    assertThat(hits.get(0).propertyNames())
        .containsExactly("image", "item", "title", "score", "match", "why");
    assertThat(client.post("/api/v1/search", "{\"text\":\"a room\",\"k\":2}").ok()).hasSize(2);

    client.get("/api/v1/search?q=a&k=1000000000").problem(400, "k must be", "1 to 10000");
    client.get("/api/v1/search?q=a&k=0").problem(400, "k must be");
    client.get("/api/v1/search?q=a&by=colour").problem(400, "by must be item or photo");
    client.get("/api/v1/search?q=a&details=yes").problem(400, "details must be true or false");
    client.get("/api/v1/search").problem(400, "say what to look for");
    client.get("/api/v1/search?q=" + "a".repeat(2_001)).problem(400, "2000 characters");
    client.post("/api/v1/search", "{\"text\":[1]}").problem(400, "'text' must be a single value");
  }

  @Test
  void whatIsWantedLessSinks() {
    var food = client.get("/api/v1/search?q=a%20photo%20of%20food&by=photo&k=1").ok().get(0);
    var hits =
        client.get("/api/v1/search?q=a%20photo&less=a%20photo%20of%20food&by=photo&k=100").ok();
    var rooms = client.get("/api/v1/search?q=a%20photo&by=photo&k=100").ok();

    var name = food.get("image").asString();
    assertThat(texts(hits, "image").indexOf(name))
        .isGreaterThan(texts(rooms, "image").indexOf(name));
    var sunk = hits.get(texts(hits, "image").indexOf(name));
    var less = sunk.get("why").get("parts").get(1);
    assertThat(less.get("part").asString()).isEqualTo("less-looks");
    assertThat(less.get("added").asDouble()).isNegative();
  }

  @Test
  void aPhotoFindsItselfByItsIdAndByItsBytes() throws IOException {
    var item = client.get("/api/v1/items/" + Client.url(cafe())).ok();
    var photo = item.get("photos").get(0);
    var id = photo.get("id").asString();
    var byId = client.get("/api/v1/search?photo=" + id + "&by=photo&k=1").ok().get(0);
    assertThat(byId.get("image")).isEqualTo(photo.get("image"));
    assertThat(byId.get("score").asDouble()).isEqualTo(1.0);

    var bytes = Files.readAllBytes(Path.of(photo.get("image").asString()));
    var byBytes =
        client
            .upload(
                "/api/v1/search", "image", Map.of("q.jpg", bytes), Map.of("by", "photo", "k", "1"))
            .ok()
            .get(0);
    assertThat(byBytes.get("image")).isEqualTo(photo.get("image"));
    var named = client.get("/api/v1/search?photo=" + id + "&by=photo&k=1&names=url").ok().get(0);
    assertThat(named.get("image").asString())
        .isEqualTo(server.address() + "/api/v1/photos/" + id + "/image");
  }

  @Test
  void aPhotoTellsItsFactsAndPlaces() throws IOException {
    var id = client.get("/api/v1/items/" + Client.url(cafe())).ok().get("photos").get(0).get("id");
    var photo = client.get("/api/v1/photos/" + id.asString()).ok();

    assertThat(photo.get("format").asString()).isEqualTo("jpeg");
    assertThat(photo.get("measures").get("perceptual_hash").asString()).matches("[0-9a-f]{1,16}");
    var items = new ArrayList<String>(); // other tests may have sent the same bytes
    photo.get("places").forEach(place -> items.add(place.get("item").asString()));
    assertThat(items).contains(cafe());
    client.get("/api/v1/photos/" + "0".repeat(64)).problem(404, "no photo 000");
    client.get("/api/v1/photos/..%2F..%2Fetc%2Fpasswd").problem(400, "SHA-256");
  }

  @Test
  void uploadsAreStoredAndFoundAtOnce() throws IOException {
    byte[] picture = Files.readAllBytes(photo());
    byte[] bytes = java.util.Arrays.copyOf(picture, picture.length + 1); // another digest
    var fields = Map.of("item", "올린 것", "title", "Uploaded");

    var first =
        client.upload("/api/v1/photos", "photo", Map.of("mine.jpg", bytes), fields).ok().get(0);
    assertThat(first.get("name").asString()).isEqualTo("mine.jpg");
    assertThat(first.get("new").asBoolean()).isTrue();
    assertThat(Path.of(first.get("image").asString())).hasBinaryContent(bytes);
    var id = first.get("id").asString();
    var hit = client.get("/api/v1/search?photo=" + id + "&k=1&all=true").ok().get(0);
    assertThat(texts(client.get("/api/v1/items/" + Client.url("올린 것")).ok().get("photos"), "id"))
        .containsExactly(id);
    assertThat(hit.get("score").asDouble()).isGreaterThan(0.99);

    var again =
        client.upload("/api/v1/photos", "photo", Map.of("b.jpg", bytes), fields).ok().get(0);
    assertThat(again.get("new").asBoolean()).isFalse();
    assertThat(again.get("id").asString()).isEqualTo(id);
  }

  @Test
  void badPhotosAreAnsweredOneByOne() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        "drawing.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    files.put("bomb.jpg", bomb());
    files.put("half.jpg", java.util.Arrays.copyOf(Files.readAllBytes(photo()), 5_000));
    files.put("empty.jpg", new byte[0]);

    client.upload("/api/v1/photos", "photo", files, Map.of()).problem(422, "none of the photos");
    client.upload("/api/v1/categories", "photo", files, Map.of()).problem(422, "drawing.svg");
    client
        .upload("/api/v1/search", "image", Map.of("bomb.jpg", bomb()), Map.of())
        .problem(422, "60000x60000");
    files.put("good.jpg", Files.readAllBytes(photo()));
    var answer = client.upload("/api/v1/photos", "photo", files, Map.of()).ok();
    var reasons = new ArrayList<String>();
    answer.forEach(
        photo -> reasons.add(photo.has("reason") ? photo.get("reason").asString() : "ok"));
    assertThat(reasons).containsExactly("unsupported", "too_long_side", "truncated", "empty", "ok");
    client.post("/api/v1/photos").problem(400, "parts named 'photo'");
    client.post("/api/v1/photos", "{}").problem(415, "multipart/form-data");
  }

  @Test
  void theAlbumIsAskedAboutPhotosThatAreNamed() {
    for (var question : List.of("categories", "duplicates", "highlights", "low-quality", "blur")) {
      var path = "/api/v1/" + question;
      assertThat(client.post(path, "{\"photos\":[]}").ok()).isEmpty();
      client.post(path).problem(400, "send photos");
      client.post(path, "{}").problem(400, "exactly one of");
      client.post(path, "{\"photos\":[],\"item\":\"a\"}").problem(400, "exactly one of");
      client.post(path, "{\"photos\":\"all\"}").problem(400, "'photos' must be a list of texts");
      client.post(path, "{\"photos\":[\"" + "0".repeat(64) + "\"]}").problem(404, "no photo 0");
      client.post(path, "{\"item\":\"nobody\"}").problem(404, "nobody");

      client.get(path + "?colour=red").problem(400, "unknown parameter 'colour'");
    }
    client.get("/api/v1/low-quality?names=both").problem(400, "names must be uri or url");
  }

  @Test
  void theFourQuestionsAreAnsweredInTheirShapes() throws IOException {
    var item = "{\"item\":\"" + cafe() + "\"}";
    var images = new ArrayList<String>();
    for (var group : client.post("/api/v1/categories", item).ok()) {
      assertThat(group.propertyNames()).containsExactly("category", "images");
      group.get("images").forEach(image -> images.add(image.asString()));
    }
    assertThat(images).hasSize(EACH).allSatisfy(image -> assertThat(Path.of(image)).exists());

    var best = client.post("/api/v1/highlights?limit=1&names=url", item).ok();
    assertThat(best.get(0).propertyNames()).containsExactly("category", "images");
    var first = best.get(0).get("images").get(0);
    assertThat(first.get("image").asString()).startsWith(server.address() + "/api/v1/photos/");
    assertThat(first.get("score").asDouble()).isBetween(0.0, 1.0);

    for (var photo : client.post("/api/v1/low-quality", item).ok()) {
      assertThat(photo.isString()).isTrue();
    }
    assertThat(client.post("/api/v1/low-quality?details=true", item).ok().isObject()).isTrue();
    assertThat(client.get("/api/v1/categories").ok()).isNotEmpty();
  }

  @Test
  void uploadedPhotosAreComparedUnderTheNamesTheyWereSentWith() throws IOException {
    byte[] one = Files.readAllBytes(photo());
    var files = new LinkedHashMap<String, byte[]>();
    files.put("a.jpg", one);
    files.put("b.jpg", one);
    files.put("c.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));

    var answer = client.upload("/api/v1/duplicates", "photo", files, Map.of("level", "exact"));

    assertThat(answer.body()).isEqualTo("[[\"a.jpg\",\"b.jpg\"]]");
    assertThat(answer.whole().headers().firstValue("Anmok-Rejected").orElse(""))
        .startsWith("[{\"image\":\"c.svg\",\"reason\":\"unsupported\"");
    client.get("/api/v1/duplicates?eps=0.1").problem(400, "dbscan");
    client.get("/api/v1/duplicates?level=same").problem(400, "level must be exact");
    client.get("/api/v1/highlights?head=..%2Fx").problem(400, "head");
  }

  @Test
  void photosAtPrivateAddressesAreNotFetched() {
    var urls =
        List.of("http://127.0.0.1/a.jpg", "http://[::ffff:10.0.0.1]/", "file:///etc/passwd", "x");
    var quoted = urls.stream().map(url -> '"' + url + '"').toList();
    var got = client.post("/api/v1/categories", "{\"urls\":[" + String.join(",", quoted) + "]}");

    got.problem(422, "127.0.0.1");
    assertThat(texts(got.json().get("rejected"), "image")).isEqualTo(urls);
    assertThat(texts(got.json().get("rejected"), "reason"))
        .startsWith("address", "address", "scheme");
  }

  @Test
  void aPictureIsServedAtASizeAndNotTwice() throws IOException {
    var id = client.get("/api/v1/items/" + Client.url(cafe())).ok().get("photos").get(0).get("id");
    var path = "/api/v1/photos/" + id.asString() + "/image?size=128";
    var got = client.get(path);

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.whole().headers().firstValue("Content-Type")).contains("image/jpeg");
    var tag = got.whole().headers().firstValue("ETag").orElseThrow();
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).header("If-None-Match", tag);
    var again = client.send(request);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    client.get("/api/v1/photos/" + id.asString() + "/image?size=0").problem(400, "size must be");
  }

  @Test
  void blurJudgesWhatIsSentAndSaysWhatWasNotMeasured() throws IOException {
    var sent = Map.of("clear.jpg", Files.readAllBytes(photo()));
    var path = "/api/v1/blur?details=true&all=true&method=laplacian";
    var details = client.upload(path, "photo", sent, Map.of()).ok();

    assertThat(details.get("method").asString()).isEqualTo("laplacian");
    assertThat(details.get("counts").get("sharp").asInt()).isEqualTo(1);
    assertThat(details.get("images").get(0).get("image").asString()).isEqualTo("clear.jpg");
    for (var method : List.of("learned", "bdnet")) {
      var settings = Map.of("method", method, "details", "true");
      var judged = client.upload("/api/v1/blur", "photo", sent, settings).ok();
      assertThat(judged.get("method").asString()).isEqualTo(method);
      assertThat(judged.get("not_judged").asInt()).as(method).isZero();
    }
    assertThat(client.get("/api/v1/blur").ok()).as("a cafe's photos are not measured").isEmpty();
    assertThat(client.get("/api/v1/blur?details=true").ok().get("notes").get(0).asString())
        .contains("measure: native");
    client.get("/api/v1/blur?method=magic").problem(400, "method must be one of laplacian");
  }

  @Test
  void aHeatMapIsServedAndNotTwice() throws IOException {
    var id = client.get("/api/v1/items/" + Client.url(cafe())).ok().get("photos").get(0).get("id");
    var path = "/api/v1/photos/" + id.asString() + "/heatmap";
    var got = client.get(path);

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.whole().headers().firstValue("Content-Type")).contains("image/jpeg");
    var tag = got.whole().headers().firstValue("ETag").orElseThrow();
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).header("If-None-Match", tag);
    assertThat(client.send(request).status()).isEqualTo(304);
    client.get("/api/v1/photos/" + "0".repeat(64) + "/heatmap").problem(404, "no photo");
  }

  @Test
  void aLensShowsHowPhotosScore() {
    var lens = client.get("/api/v1/lenses/mood/distribution?bins=10").ok();

    long sum = 0;
    for (var bin : lens.get("bins")) {
      sum += bin.get("count").asLong();
    }
    assertThat(sum).isEqualTo(lens.get("photos").asLong()).isPositive();
    assertThat(lens.get("bins").size()).isBetween(2, 11);
    assertThat(lens.get("threshold").asDouble()).isBetween(-1.0, 1.0);
    client.get("/api/v1/lenses/depth/distribution").problem(404, "'mood'");
  }

  @Test
  void theServerTellsHowItIs() {
    assertThat(client.get("/health/live").ok().get("status").asString()).isEqualTo("up");
    var ready = client.get("/health/ready").ok();
    assertThat(ready.get("model").asString()).isEqualTo("anmok-mini");
    assertThat(client.get("/api/v1/models").ok().get(0).get("languages")).hasSize(2);

    client.get("/api/v1/items/nobody");
    assertThat(client.get("/metrics").body())
        .contains(
            "anmok_http_requests_seconds_bucket{", "route=\"/api/v1/items/{id}\"", "status=\"404\"")
        .contains(
            "anmok_work_waiting", "anmok_jobs_queued", "anmok_texts_hits", "jvm_memory_used_bytes")
        .doesNotContain("nobody");
  }

  @Test
  void everyRouteAnswersAndIsDocumented() throws IOException {
    var document = client.get("/openapi.json").ok();
    var job = client.get("/api/v1/jobs").ok().get(0).get("id").asString();
    var photo = client.get("/api/v1/items/" + Client.url(cafe())).ok().get("photos").get(0);
    for (var route :
        server.live().table().routes().stream().filter(route -> !route.page()).toList()) {
      var id =
          route.template().contains("/jobs/")
              ? job
              : route.template().contains("/items/")
                  ? Client.url(cafe())
                  : photo.get("id").asString();
      var path = route.template().replace("{id}", id).replace("{name}", "mood");
      var method = route.method().name();
      var got = client.send(method, path, "", java.net.http.HttpRequest.BodyPublishers.noBody());

      assertThat(got.status()).as(method + " " + path + got.body()).isNotEqualTo(404);
      var documented =
          document
              .get("paths")
              .get(route.template())
              .get(method.toLowerCase(java.util.Locale.ROOT));
      assertThat(documented.get("summary").asString()).isEqualTo(route.summary());
      assertThat(documented.get("responses").has("" + route.answer().status())).isTrue();
      assertThat(documented.has("requestBody")).isEqualTo(route.method() == Method.POST);
    }
  }

  @Test
  void settingsOfTheAlbumAreDocumentedAsTheyAreRead() {
    var paths = client.get("/openapi.json").ok().get("paths");
    var names = new ArrayList<String>();
    paths
        .get("/api/v1/low-quality")
        .get("get")
        .get("parameters")
        .forEach(parameter -> names.add(parameter.get("name").asString()));

    assertThat(names).contains("rule", "faults", "details", "names");
    var eps = paths.get("/api/v1/duplicates").get("get").get("parameters").get(3);
    assertThat(eps.get("name").asString()).isEqualTo("eps");
    assertThat(eps.get("description").asString()).startsWith("eps must be a number from");
  }

  @Test
  void anotherHostIsNotThisServer() throws IOException {
    var raw =
        Raw.send(
            server.port(),
            "GET /api/v1/items HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            Duration.ofMillis(100));

    assertThat(raw.status()).isEqualTo(421);
  }

  private static Client.Got ingest(String source) {
    return client.post("/api/v1/ingest", "{\"source\": \"" + source + "\"}");
  }

  private static Path photo() throws IOException {
    try (var files = Files.walk(photos)) {
      return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  private static String cafe() throws IOException {
    return java.util.Objects.requireNonNull(photo().getParent()).getFileName().toString();
  }

  /// A JPEG whose header claims 60,000 by 60,000 pixels.
  private static byte[] bomb() throws IOException {
    byte[] bytes = Files.readAllBytes(photo());
    for (int i = 0; i < bytes.length - 9; i++) {
      if ((bytes[i] & 0xff) == 0xff && Set.of(0xc0, 0xc1, 0xc2).contains(bytes[i + 1] & 0xff)) {
        bytes[i + 5] = (byte) 0xea;
        bytes[i + 6] = 0x60;
        bytes[i + 7] = (byte) 0xea;
        bytes[i + 8] = 0x60;
        return bytes;
      }
    }
    throw new AssertionError("a JPEG without a frame");
  }

  private static List<String> texts(JsonNode array, String key) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.get(key).asString()));
    return texts;
  }
}

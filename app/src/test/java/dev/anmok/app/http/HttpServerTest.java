package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.json.Tree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wire and its limits, on a server of a few small routes.
class HttpServerTest {
  /// What must happen does so within this, on slow machines too.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// After so long a server has said all that it has to say, where it does not close.
  private static final Duration SILENCE = Duration.ofMillis(300);

  private static final ServerLimits LIMITS =
      new ServerLimits(
          new ServerLimits.Bodies(200_000, 50_000, 3, 1_000, 2),
          new ServerLimits.Times(
              Duration.ofMillis(1_500),
              Duration.ofMillis(1_500),
              Duration.ofSeconds(3),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofSeconds(2)),
          new ServerLimits.Work(1, 1, Duration.ofSeconds(5)),
          100);

  @TempDir static Path folder;
  private static final List<String> LOG = new CopyOnWriteArrayList<>();
  private static final Gate GATE = new Gate(LIMITS.work());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static volatile CountDownLatch block = new CountDownLatch(0);
  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException {
    var text = List.of(new Parameter("text", Schema.TEXT, "anything"));
    var routes =
        List.of(
            Route.get("/echo/{word}", "says a word", Schema.OBJECT, HttpServerTest::echo)
                .query("loud", Schema.FLAG, "in capitals"),
            Route.post(
                "/echo",
                "says what it is sent",
                Route.Accepted.either(text, "photo"),
                Schema.OBJECT,
                HttpServerTest::sent),
            Route.get("/work", "computes", Schema.OBJECT, HttpServerTest::work),
            Route.get("/events", "counts to three", Schema.OBJECT, HttpServerTest::count)
                .answering(200, Reply.EVENTS),
            Route.get("/broken", "fails", Schema.OBJECT, HttpServerTest::fail),
            Route.get("/open", "for everybody", Schema.OBJECT, _ -> Reply.json(Map.of())).open());
    var spool = Spool.open(folder.resolve("spool"), LIMITS.body());
    var parts =
        new HttpServer.Parts(
            new LiveRoutes(new RouteTable(routes), () -> {}, LOG::add),
            Access.local("127.0.0.1"),
            LIMITS,
            spool,
            new Metrics(),
            LOG::add);
    server = HttpServer.start("127.0.0.1", 0, parts);
  }

  @AfterAll
  static void stop() {
    server.close();
    GATE.close();
  }

  private static Reply echo(Request request) {
    var word = request.part("word");
    boolean loud = request.settings().flag("loud", false);
    return Reply.json(Map.of("word", loud ? word.toUpperCase(java.util.Locale.ROOT) : word));
  }

  private static Reply sent(Request request) {
    var files = new ArrayList<Map<String, Object>>();
    for (var file : request.files()) {
      files.add(
          Tree.of("name", file.name())
              .and("sha256", file.sha256())
              .and("bytes", file.bytes())
              .map());
    }
    var text = request.settings().find("text").orElse("");
    return Reply.json(Tree.of("text", text).and("files", files).map());
  }

  private static Reply work(Request request) throws IOException {
    return GATE.call(() -> {
      block.await();
      return Reply.json(Map.of("done", true));
    });
  }

  private static Reply count(Request request) {
    return Reply.events(sink -> {
      for (int i = 1; i <= 3; i++) {
        sink.event("number", Map.of("n", i));
        sink.beat();
      }
      sink.event("end", Map.of());
    });
  }

  private static Reply fail(Request request) {
    throw new IllegalStateException("secret inner state");
  }

  @Test
  void aSegmentIsDecodedAndAParameterRead() throws Exception {
    var answer = get("/echo/%ED%95%9C%2F%EA%B8%80?loud=false");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("word").asString()).isEqualTo("한/글");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void whatIsNotThereIsAProblemDocument() throws Exception {
    problem(get("/nothing"), 404, "nothing at this path");
    problem(get("/echo/a?laud=true"), 400, "unknown parameter 'laud'", "loud");
    problem(get("/echo/a?loud=true&loud=true"), 400, "'loud' is given twice");
    var put = send(HttpRequest.newBuilder(uri("/echo")).PUT(HttpRequest.BodyPublishers.noBody()));
    problem(put, 405, "PUT");
    assertThat(put.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void bodiesAreHeldToTheirTypeAndForm() throws Exception {
    problem(post("text/plain", "hello"), 415, "text/plain", "application/json");
    problem(post("application/json", "{\"text\": }"), 400, "not valid JSON at line 1, column 10");
    problem(post("application/json", "[1]"), 400, "must be a JSON object");
    problem(post("application/json", "{\"text\":1,\"text\":2}"), 400, "not valid JSON");
    problem(post("application/json", "{\"tex\":1}"), 400, "unknown field 'tex'");
    problem(post("application/json", "[".repeat(900)), 400, "not valid JSON");
    problem(post("application/json", "{\"text\":\"" + "a".repeat(2_000) + "\"}"), 413, "1000");
    problem(post("multipart/form-data", "x"), 400, "boundary");
  }

  @Test
  void invalidUtf8IsNamedWithItsPlace() throws IOException {
    var body = "{\"text\":\"\u00ff\"}";
    var raw = raw("POST /echo", "Content-Type: application/json\r\n", body);

    assertThat(raw.status()).isEqualTo(400);
    assertThat(raw.text()).contains("not valid UTF-8: byte 10");
    assertThat(raw("GET /echo/%ff", "", "").text()).contains("the path is not valid UTF-8");
  }

  @Test
  void filesArriveByteForByte() throws Exception {
    var content = "\r\n--X\r--XY\r\n--\u00ff\u0000".repeat(2_000);
    var form =
        part("text", "", "한글")
            + part("photo", "C:\\camera\\a.jpg", content)
            + part("photo", "a.jpg", "")
            + "--XYZ--\r\nepilogue";

    var answer = post("multipart/form-data; boundary=XYZ", form);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var json = json(answer);
    assertThat(json.get("text").asString()).isEqualTo("한글");
    assertThat(json.get("files")).hasSize(2);
    assertThat(json.get("files").get(0).get("name").asString()).isEqualTo("a.jpg");
    assertThat(json.get("files").get(0).get("bytes").asInt())
        .isEqualTo(content.getBytes(StandardCharsets.UTF_8).length);
    assertThat(json.get("files").get(0).get("sha256").asString())
        .isEqualTo(sha256(content.getBytes(StandardCharsets.UTF_8)));
    assertThat(json.get("files").get(1).get("name").asString()).isEqualTo("a.jpg (2)");
    assertSpoolIsEmpty();
  }

  @Test
  void tooManyAndTooLargeFilesAreRefused() throws Exception {
    var type = "multipart/form-data; boundary=XYZ";
    var one = part("photo", "a.jpg", "abc");
    problem(post(type, one.repeat(4) + "--XYZ--"), 413, "more than 3 files");
    problem(post(type, part("photo", "b.jpg", "x".repeat(60_000)) + "--XYZ--"), 413, "b.jpg");
    problem(post(type, part("face", "b.jpg", "x") + "--XYZ--"), 400, "'photo', not 'face'");
    problem(post(type, one), 400, "cut off");
    problem(post(type, "no form at all"), 400, "cut off");
    assertSpoolIsEmpty();
  }

  @Test
  void twoGigabytesAreRefusedAsSoonAsTheyAreClaimed() throws IOException {
    var head =
        Raw.head(
            "POST /echo HTTP/1.1",
            "Host: localhost",
            "Content-Length: 2147483648",
            "Content-Type: multipart/form-data; boundary=XYZ");

    var raw = Raw.send(server.port(), head, PATIENCE);

    assertThat(raw.status()).isEqualTo(413);
    assertThat(raw.text()).contains("2147483648 bytes", "200000").contains("Connection: close");
    assertThat(raw.closed()).isTrue();
  }

  @Test
  void chunkedBodiesAreRefused() throws IOException {
    var raw =
        Raw.send(
            server.port(),
            Raw.head("POST /echo HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked")
                + "7fffffff\r\n",
            PATIENCE);

    assertThat(raw.status()).isEqualTo(411);
    assertThat(raw.closed()).isTrue();
  }

  @Test
  void aBodyThatIsCutOffIsSaid() throws IOException {
    var raw =
        Raw.sendAndEnd(
            server.port(),
            Raw.head(
                    "POST /echo HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 1000",
                    "Content-Type: multipart/form-data; boundary=XYZ")
                + part("photo", "a.jpg", "half of it"),
            PATIENCE);

    assertThat(raw.status()).isEqualTo(400);
    assertThat(raw.text()).contains("cut off");
    assertThat(raw.closed()).isTrue();
    assertSpoolIsEmpty();
  }

  @Test
  void aBodyThatNeverComesIsNotWaitedFor() throws IOException {
    for (var type : List.of("application/json", "multipart/form-data; boundary=XYZ")) {
      var raw =
          Raw.send(
              server.port(),
              "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nContent-Type: "
                  + type
                  + "\r\n\r\n",
              PATIENCE);

      assertThat(raw.status()).isEqualTo(408);
      assertThat(raw.closed()).isTrue();
    }
    assertSpoolIsEmpty();
  }

  @Test
  void headersThatNeverEndCloseTheConnection() throws IOException {
    var raw = Raw.send(server.port(), "GET /open HTTP/1.1\r\nHost: localhost\r\n", PATIENCE);

    assertThat(raw.text()).isEmpty();
    assertThat(raw.closed()).isTrue();
  }

  @Test
  void malformedRequestsAreProblemDocuments() throws IOException {
    for (var bytes :
        List.of(
            "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /open HTTP/1.1\r\nHost: localhost\r\nA: " + "a".repeat(20_000) + "\r\n\r\n",
            "GET /open HTTP/1.1\r\n\r\n",
            "GET /echo/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "nonsense\r\n\r\n")) {
      var raw = Raw.send(server.port(), bytes, PATIENCE);

      assertThat(raw.status()).isBetween(400, 499);
      assertThat(raw.text()).contains("application/problem+json", "\"detail\":\"the ");
      assertThat(raw.closed()).isTrue();
    }
  }

  @Test
  void foreignHostsAndOriginsAreRefused() throws IOException {
    assertThat(
            Raw.send(
                    server.port(),
                    Raw.head("GET /echo/a HTTP/1.1", "Host: evil.example", "Connection: close"),
                    SILENCE)
                .status())
        .isEqualTo(421);
    assertThat(
            Raw.send(
                    server.port(),
                    "GET /open HTTP/1.1\r\nHost: 127.0.0.1.evil.example:80\r\n\r\n",
                    SILENCE)
                .status())
        .isEqualTo(421);
    assertThat(raw("POST /echo", "Origin: http://evil.example\r\n", "").status()).isEqualTo(403);
    assertThat(raw("POST /echo", "Origin: null\r\n", "").status()).isEqualTo(403);
    assertThat(raw("POST /echo", "Sec-Fetch-Site: cross-site\r\n", "").status()).isEqualTo(403);
    assertThat(raw("POST /echo", "Origin: http://localhost\r\n", "").status()).isEqualTo(200);
  }

  @Test
  void overloadIsAnsweredAtOnceAndPasses() throws Exception {
    block = new CountDownLatch(1);
    var first = async("/work"); // computes
    await(() -> GATE.running() == 1);
    var second = async("/work"); // waits
    await(() -> GATE.waiting() == 1);

    var third = get("/work");
    assertThat(get("/open").statusCode()).isEqualTo(200); // what computes nothing never waits

    problem(third, 503, "busy");
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    block.countDown();
    assertThat(first.get().statusCode()).isEqualTo(200);
    assertThat(second.get().statusCode()).isEqualTo(200);
    assertThat(get("/work").statusCode()).isEqualTo(200);
  }

  @Test
  void eventsAreSentAsTheyHappen() throws Exception {
    var answer = get("/events");

    assertThat(answer.headers().firstValue("Content-Type")).contains(Reply.EVENTS);
    assertThat(answer.body())
        .isEqualTo(
            """
            event: number
            data: {"n":1}

            :

            event: number
            data: {"n":2}

            :

            event: number
            data: {"n":3}

            :

            event: end
            data: {}

            """);
  }

  @Test
  void aDefectOfOursTellsNothingOfTheInside() throws Exception {
    LOG.clear();

    problem(get("/broken"), 500, "the server failed");

    assertThat(get("/broken").body()).doesNotContain("secret", "Exception", "\tat ");
    assertThat(LOG).hasSize(2).allSatisfy(line -> assertThat(line).contains("secret inner state"));
  }

  @Test
  void headIsGetWithoutABody() throws Exception {
    var head =
        send(
            HttpRequest.newBuilder(uri("/echo/a"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .contains("" + "{\"word\":\"a\"}".length());
  }

  @Test
  void headOfEventsEndsWithTheHeaders() throws IOException {
    var head =
        Raw.send(
            server.port(),
            Raw.head("HEAD /events HTTP/1.1", "Host: localhost", "Connection: close"),
            SILENCE);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).contains(Reply.EVENTS).endsWith("\r\n\r\n");
    assertThat(head.text()).doesNotContain("number");
  }

  /// The limit is 1,000 bytes; 400 times 한 are 1,200.
  @Test
  void textsOfAFormAreCountedInBytes() throws Exception {
    var type = "multipart/form-data; boundary=XYZ";
    var halves = part("a", "", "한".repeat(200)) + part("b", "", "한".repeat(200)) + "--XYZ--";

    problem(post(type, halves), 413, "text fields of the form are too long");
  }

  @Test
  void aConnectionIsClosedWhenTheClientAsksForIt() throws IOException {
    for (var close : List.of("close", "Close", "x, close")) {
      for (var line : List.of("GET /echo/a", "HEAD /echo/a", "GET /nosuch")) {
        var raw =
            Raw.send(
                server.port(),
                Raw.head(line + " HTTP/1.1", "Host: localhost", "Connection: " + close),
                PATIENCE);
        assertThat(raw.text()).contains("Connection: close");
        assertThat(raw.closed()).as(line + " " + close).isTrue();
      }
    }
    assertThat(raw("POST /echo", "Content-Type: application/json\r\n", "{}").closed()).isTrue();
    var kept = Raw.head("GET /echo/a HTTP/1.1", "Host: localhost");
    assertThat(Raw.send(server.port(), kept, SILENCE).closed()).isFalse();
  }

  private static Raw raw(String line, String headers, String body) throws IOException {
    return Raw.send(
        server.port(),
        line
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + headers
            + "Connection: close\r\n\r\n"
            + body,
        PATIENCE);
  }

  private static String part(String name, String file, String content) {
    var filename = file.isEmpty() ? "" : "; filename=\"" + file + "\"";
    return "--XYZ\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + filename
        + "\r\nContent-Type: image/jpeg\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void assertSpoolIsEmpty() throws IOException {
    await(() -> {
      try (var files = Files.list(folder.resolve("spool"))) {
        return files.findAny().isEmpty();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void problem(HttpResponse<String> answer, int status, String... parts) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var json = json(answer);
    assertThat(json.get("status").asInt()).isEqualTo(status);
    assertThat(json.get("type").asString()).isEqualTo("about:blank");
    assertThat(json.get("title").asString()).isNotEmpty();
    assertThat(json.get("instance").asString()).startsWith("urn:uuid:");
    assertThat(json.get("detail").asString()).contains(parts);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return new JsonMapper().readTree(answer.body());
  }

  private static URI uri(String path) {
    return URI.create(server.address() + path);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private static CompletableFuture<HttpResponse<String>> async(String path) {
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("/echo"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

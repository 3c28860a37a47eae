package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Every page as it is first seen: in both languages, light and dark, on a wide screen and on a
/// telephone.
class EveryPageTest {
  private static final int TELEPHONE = 360;

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = DemoServer.start(folder, 2, 7);
    fill();
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  /// Pages with something on them: a drawn sample, albums, a reviewer who gave a name.
  private static void fill() throws IOException, InterruptedException {
    assertThat(post("/api/v1/lenses/mood/samples", "{\"size\": 20}")).contains("20");
    var job = new JsonMapper().readTree(post("/api/v1/albums", "{}")).get("id").asString();
    var events = URI.create(demo.address() + "/api/v1/jobs/" + job + "/events").toURL();
    try (var stream = events.openStream()) {
      assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).contains("\"done\"");
    }
  }

  private static String post(String path, String json) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(demo.address() + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json))
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=cafe",
        "/curate",
        "/review",
        "/threshold",
        "/albums",
        "/jobs",
        "/health"
      })
  void isReadableInTheLight(String path) {
    try (var screen = Screen.of(demo.address(), "ko", ColorScheme.LIGHT)) {
      screen.go(path).settled();
      speaks(screen);
      screen.isAccessible();
      fits(screen, path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=cafe",
        "/curate",
        "/curate/ITEM",
        "/curate?view=threshold",
        "/curate?view=compare",
        "/review?subject=duplicates",
        "/review?subject=category",
        "/threshold",
        "/albums",
        "/albums?category=others",
        "/jobs",
        "/health"
      })
  void isReadableInTheDarkOnATelephone(String path) {
    try (var screen = Screen.of(demo.address(), "en", ColorScheme.DARK).named("kim")) {
      screen.page().setViewportSize(TELEPHONE, 740);
      screen
          .go(
              path.replace(
                  "ITEM", URLEncoder.encode(item(), StandardCharsets.UTF_8).replace("+", "%20")))
          .settled();
      speaks(screen);
      screen.isAccessible();
      fits(screen, path);
    }
  }

  private static String item() {
    try (var files = Files.walk(demo.photos())) {
      var photo = files.filter(each -> each.toString().endsWith(".jpg")).sorted().findFirst();
      return String.valueOf(photo.orElseThrow().resolveSibling("").getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void speaks(Screen screen) {
    assertThat(screen.page().locator("main").innerText())
        .as("a text without words in this language")
        .doesNotContainPattern(
            "(?<![\\w/.])(search|curate|review|threshold|albums|jobs|health|lens|photo|time|trouble"
                + ")\\.[a-z][a-z-]+(?![\\w.])");
  }

  private static void fits(Screen screen, String path) {
    screen.page().setViewportSize(TELEPHONE, 740);
    assertThat(screen.page().evaluate("document.documentElement.scrollWidth"))
        .as("width of " + path)
        .isEqualTo(TELEPHONE);
  }
}

package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reviewing by keys: sharpness, copies, categories; two people at once. The tests go through one
/// workspace, one after the other.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewPageTest {
  private static final int PHOTOS = 7; // with the copy
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = ReviewWorkspace.start(folder, PHOTOS - 1);
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  private static Screen open(String language, String subject) {
    var screen = Screen.of(demo.address(), language).go("/review?subject=" + subject);
    screen.page().locator("input[name=name]").fill("kim");
    screen.page().locator("main form button").click();
    screen.page().locator(".desk").waitFor();
    return screen;
  }

  private static void waits(Screen screen, int photos) {
    screen.page().locator("[data-waiting='" + photos + "']").waitFor();
  }

  private static JsonNode ask(String method, String path, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(demo.address() + "/api/v1" + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static JsonNode people(String subject) throws Exception {
    return ask("GET", "/review/report?subject=" + subject, "").get("people");
  }

  @Test
  @Order(1)
  void anEmptyQueueSaysWhatToDoAndAnAuditFillsIt() throws Exception {
    try (var screen = open("en", "blur")) {
      waits(screen, 0);
      screen.page().getByText("Nothing waits").waitFor();
      screen.isAccessible();
      screen.page().locator("input[name=size]").fill("100");
      var held = new ArrayList<Route>();
      screen.page().route("**/review/audits", held::add);
      screen.button("Draw").click();
      screen
          .page()
          .waitForCondition(
              () -> screen.page().locator("form button[aria-disabled=true]").count() == 1);
      screen.page().waitForCondition(() -> !held.isEmpty());
      held.forEach(Route::resume);
      screen.page().getByText(PHOTOS + " photos were drawn").waitFor();
      waits(screen, PHOTOS);
      screen.shows("Reviewing as kim", "drawn as a check", "The machine says");
      screen.isAccessible();
    }
  }

  @Test
  @Order(2)
  void keysDecideShowTheNextAtOnceAndTakeBack() throws Exception {
    try (var screen = open("ko", "blur")) {
      waits(screen, PHOTOS);
      var keys = screen.page().keyboard();
      var photo = screen.page().locator(".stage img").first();
      var first = photo.getAttribute("src");
      keys.press("s");
      waits(screen, PHOTOS - 1);
      assertThat(photo.getAttribute("src")).isNotEqualTo(first);
      keys.press("2"); // blurry, moved
      waits(screen, PHOTOS - 2);
      keys.press("u");
      waits(screen, PHOTOS - 1);
      screen.page().getByText("‘흐림’ 판정을 취소했습니다.").waitFor();
      keys.press("b");
      waits(screen, PHOTOS - 2);
      keys.press("u");
      keys.press("u");
      waits(screen, PHOTOS);
      screen.page().locator(".stage img[src='" + first + "']").first().waitFor();
      keys.press("ArrowRight");
      keys.press("ArrowLeft");
      screen
          .page()
          .waitForResponse(
              answer ->
                  answer.url().endsWith("/review/verdicts")
                      && String.valueOf(answer.request().postData()).contains("skip"),
              () -> keys.press("k"));
      keys.press("h");
      screen.page().locator(".stage img.heat").waitFor();
      keys.press("z");
      screen.page().locator(".stage.full img").waitFor();
      screen
          .page()
          .locator("[data-figure=precision], [data-figure=missed]")
          .filter(new Locator.FilterOptions().setHasText("%"))
          .first()
          .waitFor();
      screen.isAccessible();
    }
    var verdicts = people("blur").get("verdicts");
    assertThat(verdicts.get("sharp").asInt()).isEqualTo(1);
    assertThat(verdicts.get("blurry").asInt()).isEqualTo(1);
    assertThat(verdicts.get("skip").asInt()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void whatSomebodyElseSaidMeanwhileIsShownAndDecidedAgain() throws Exception {
    try (var screen = open("en", "blur")) {
      screen.expect("409");
      var source = screen.page().locator(".stage img").first().getAttribute("src");
      var id = source.split("/", -1)[4];
      ask(
          "POST",
          "/review/verdicts",
          "{\"photo\":\"" + id + "\",\"verdict\":\"blurry\",\"reviewer\":\"lee\"}");
      screen.page().keyboard().press("s");
      screen.page().getByText("Meanwhile lee said “Blurry”").waitFor();
      assertThat(screen.page().locator(".stage img").first().getAttribute("src")).isEqualTo(source);
      screen.isAccessible();
      screen.page().waitForTimeout(700); // to read it takes a while, before which no key counts
      screen
          .page()
          .waitForResponse(
              "**/review/verdicts", () -> screen.page().keyboard().press("s")); // and it is stored
      screen.page().locator(".stage img:not([src='" + source + "'])").first().waitFor();
    }
    assertThat(people("blur").get("disputed").asInt()).isEqualTo(1);
  }

  /// Whoever decides fast sees no photo's picture under another's name.
  @Test
  @Order(4)
  void aPictureIsNotShownInTheNextOnesPlace() {
    try (var screen = Screen.of(demo.address(), "en").named("kim")) {
      var first = new AtomicReference<>("");
      screen
          .page()
          .route(
              "**/image?size=1024",
              route -> {
                first.compareAndSet("", route.request().url());
                if (route.request().url().equals(first.get())) {
                  route.resume(); // all others take for ever
                }
              });
      screen.page().navigate(demo.address() + "/review?subject=blur");
      screen.page().waitForFunction("() => document.querySelector('.stage img')?.naturalWidth");
      var before = screen.page().locator(".stage img").getAttribute("src");
      var shown = screen.page().locator(".stage").screenshot();
      screen.page().keyboard().press("k");
      screen.page().locator(".stage img:not([src='" + before + "'])").waitFor();
      assertThat(screen.page().locator(".stage").screenshot()).isNotEqualTo(shown);
    }
  }

  /// An undo that was meant for a verdict that came back takes back no other, and a key that was
  /// meant for the next photo does not fall on the one that came back.
  @Test
  @Order(5)
  void keysFollowWhatTheyWereMeantFor() throws Exception {
    try (var screen = open("en", "blur")) {
      screen.expect("500");
      screen.page().locator(".stage img").first().waitFor();
      var verdicts = people("blur").get("verdicts");
      var asked = new ArrayList<String>();
      var held = new ArrayList<Route>();
      screen
          .page()
          .route(
              "**/review/verdicts/last*",
              route -> {
                asked.add(route.request().method());
                route.resume();
              });
      screen
          .page()
          .route(
              "**/review/verdicts",
              route -> {
                asked.add(route.request().method());
                held.add(route);
              });
      screen.page().keyboard().press("s");
      screen.page().waitForCondition(() -> held.size() == 1);
      screen.page().keyboard().press("u");
      refuse(screen, held.getFirst(), "s");
      screen.page().waitForTimeout(700);
      screen.page().keyboard().press("k");
      screen.page().waitForCondition(() -> held.size() == 2);
      screen.page().locator(".notice.bad").waitFor(hidden());
      refuse(screen, held.getLast(), "u");
      screen.page().waitForTimeout(700);
      assertThat(asked).containsExactly("POST", "POST");
      assertThat(held.getLast().request().postData()).contains("skip");
      assertThat(people("blur").get("verdicts")).isEqualTo(verdicts);
    }
  }

  /// Lets a photo come back, and presses a key in that moment.
  private static void refuse(Screen screen, Route verdict, String key) {
    screen.page().evaluate(PRESS_WHEN_IT_IS_BACK, key);
    verdict.fulfill(new Route.FulfillOptions().setStatus(500));
    screen.page().waitForFunction("() => window.pressed");
    screen.page().getByText("Something went wrong on the server.").waitFor();
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static final String PRESS_WHEN_IT_IS_BACK =
      """
      (key) => {
        window.pressed = false;
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.notice.bad')) return;
          observer.disconnect();
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          window.pressed = true;
        }).observe(document.body, { childList: true, subtree: true });
      }
      """;

  @Test
  @Order(6)
  void copiesAreKeptSideBySide() throws Exception {
    try (var screen = open("ko", "duplicates")) {
      waits(screen, 1);
      var copies = screen.page().locator(".twin");
      assertThat(copies.count()).isEqualTo(2);
      screen.shows("남길 사진 제안", "아무것도 지우지 않습니다", "제안");
      screen.isAccessible();
      var second = String.valueOf(copies.nth(1).getAttribute("data-photo"));
      var keys = screen.page().keyboard();
      keys.press("2");
      screen.page().locator(".twin.is-kept[data-photo='" + second + "']").waitFor();
      keys.press("Enter");
      waits(screen, 0);
      screen.page().locator("[data-figure=keeper]").getByText("1장 중 0장").waitFor();
      var groups = ask("GET", "/duplicates?details=true", "").get("groups");
      assertThat(groups.get(0).get("reason").asString()).isEqualTo("chosen by kim");
      assertThat(second).startsWith(groups.get(0).get("id").asString());
      keys.press("u");
      waits(screen, 1);
    }
    try (var screen = open("en", "duplicates")) {
      waits(screen, 1);
      screen.shows("Nothing is deleted");
      screen.page().keyboard().press("d");
      waits(screen, 0);
      screen.page().getByText("All groups of copies that were found are answered").waitFor();
      screen.page().locator("[data-figure=copies]").getByText("0 of 1").waitFor();
      assertThat(ask("GET", "/duplicates", "")).isEmpty();
    }
  }

  @Test
  @Order(7)
  void categoriesAreChosenByNumber() throws Exception {
    try (var screen = open("en", "category")) {
      screen.page().locator("input[name=size]").fill("100");
      screen.button("Draw").click();
      screen.page().locator("main .notice.good, main .notice.warn").first().waitFor();
      screen.page().locator(".stage img").first().waitFor();
      screen.isAccessible();
      waits(screen, PHOTOS);
      screen.page().keyboard().press("1");
      waits(screen, PHOTOS - 1);
      screen.page().keyboard().press("o");
      waits(screen, PHOTOS - 2);
      screen.page().keyboard().press("Enter");
      waits(screen, PHOTOS - 3);
      screen.page().keyboard().press("u");
      waits(screen, PHOTOS - 2);
    }
    assertThat(people("category").get("verdicts").get("others").asInt()).isPositive();
    assertThat(ask("GET", "/categories?details=true", "").toString())
        .contains("\"reason\":\"by_people\",\"reviewer\":\"kim\"");
    try (var screen = open("ko", "category")) {
      waits(screen, PHOTOS - 2);
      screen.shows("기계의 판단", "기타", "가장 잘 맞는 분류");
    }
  }
}

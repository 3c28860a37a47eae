package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What all pages have in common: navigation, languages, light and dark, signing in, being offline.
class ShellTest {
  private static final String TOKEN = "a-token-of-enough-characters";

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = DemoServer.start(folder, 1, 6, Optional.of(TOKEN));
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  private static Screen signedIn(String language) {
    var screen = Screen.of(demo.address(), language);
    var page = screen.page();
    page.navigate(demo.address() + "/health");
    screen.expect("401"); // the first question is asked before anybody signed in
    signIn(page);
    return screen;
  }

  private static void signIn(Page page) {
    page.locator("input[name=token]").fill(TOKEN);
    page.locator("dialog button.primary").click();
    page.locator("dialog")
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
  }

  @Test
  void pagesGoByTheLanguageOfTheBrowserUntilAnotherIsChosen() {
    try (var screen = signedIn("ko")) {
      screen.go("/health");
      screen.shows("안목", "검색", "선별", "임계값");
      screen.button("English").click();
      screen.page().getByText("Curate").waitFor();
      screen.page().locator("html[lang=en]").waitFor();
      screen.go("/jobs");
      screen.page().waitForCondition(() -> screen.page().title().equals("Jobs · Anmok"));
    }
  }

  @Test
  void aLanguageThatCannotBeHadIsSaidAndTheOtherStays() {
    try (var screen = signedIn("ko")) {
      screen.go("/health");
      screen.expect("404");
      screen
          .page()
          .route(
              "**/text/en.json",
              route ->
                  route.fulfill(
                      new com.microsoft.playwright.Route.FulfillOptions()
                          .setStatus(404)
                          .setContentType("application/problem+json")
                          .setBody("{\"title\": \"Not Found\"}")));
      screen.button("English").click();
      screen.page().getByText("프로그램이 바뀌었습니다").waitFor();
      screen.button("화면 새로 고침").click();
      screen.page().getByText("준비됨").waitFor();
      assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo("ko");
    }
  }

  @Test
  void aWrongTokenIsSaidAndTheRightOneGoesOnWhereOneWas() {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.expect("401");
      screen.expect("403");
      screen.page().navigate(demo.address() + "/health");
      screen.page().locator("input[name=token]").fill("something else");
      screen.page().locator("dialog button.primary").click();
      screen.page().getByText("this is not the server's token").waitFor();
      screen.isAccessible();
      screen.page().locator("input[name=token]").fill(TOKEN);
      screen.page().locator("dialog button.primary").click();
      screen.page().getByText("anmok-mini").first().waitFor();
    }
  }

  @Test
  void anAnswerFromBeforeTheSignInThatComesAfterItAsksNobodyAgain() {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.expect("401");
      var page = screen.page();
      var held = new ArrayList<Route>();
      page.route(
          "**/api/v1/models",
          route -> {
            if (held.isEmpty()) {
              held.add(route);
            } else {
              route.resume();
            }
          });
      page.navigate(demo.address() + "/health");
      page.locator("input[name=token]").waitFor();
      page.waitForCondition(() -> !held.isEmpty());
      signIn(page);
      page.waitForResponse(
          "**/api/v1/models",
          () ->
              held.getFirst()
                  .fulfill(
                      new Route.FulfillOptions()
                          .setStatus(401)
                          .setContentType("application/problem+json")
                          .setBody("{\"title\": \"Unauthorized\"}")));
      page.locator("td:has-text('anmok-mini')").waitFor(); // the models, asked for again
      assertThat(page.locator("dialog").count()).isZero();
    }
  }

  @Test
  void aSignInThatEndsMeanwhileIsAskedForAgainAndNothingIsLost() {
    try (var screen = signedIn("en")) {
      screen.go("/");
      screen.shows("photos of"); // what the page itself asks for is answered
      screen.page().context().clearCookies(); // as after twelve hours, or with another token
      screen.page().locator("input[name=q]").fill("a cozy cafe");
      screen.page().locator("input[name=q]").press("Enter");
      screen.page().locator("input[name=token]").fill(TOKEN);
      screen.page().locator("dialog button.primary").click();
      screen.page().locator(".hits .hit").first().waitFor();
      assertThat(screen.page().locator("input[name=q]").inputValue()).isEqualTo("a cozy cafe");
    }
  }

  @Test
  void anAddressThatIsNoneIsAPageToReadAndTheWayBack() {
    try (var screen = Screen.of(demo.address(), "ko")) {
      screen.expect("404");
      for (var path : List.of("/nosuch", "/health/nothing")) {
        screen.go(path);
        screen.page().locator("a[href='/']").waitFor();
        screen.isAccessible();
      }
      screen.go("/nosuch");
      screen.shows("이 주소에는 아무것도 없습니다", "There is nothing at this address");
      screen.expect("401"); // the first page asks before anybody signed in
      screen.page().locator("a[href='/']").click();
      screen.page().locator("input[name=token]").waitFor();
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(keys("en")).isNotEmpty().isEqualTo(keys("ko"));
  }

  private static List<String> keys(String language) throws IOException {
    try (var in = UiFiles.class.getResourceAsStream("text/" + language + ".json")) {
      var keys = new ArrayList<String>();
      collect("", new JsonMapper().readTree(in), keys);
      return keys;
    }
  }

  private static void collect(String prefix, JsonNode node, List<String> keys) {
    if (!node.isObject()) {
      keys.add(prefix + " " + placeholders(node.asString()));
    }
    node.properties().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(each -> collect(prefix + "." + each.getKey(), each.getValue(), keys));
  }

  /// `{n}` and the like must be in both languages.
  private static List<String> placeholders(String text) {
    return java.util.regex.Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void filesAreCompressedAndKeptForGoodUnderTheirVersion() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var home = send(http, "/");
      var script = home.body().split("src=\"", -1)[1].split("\"", -1)[0];
      var got = send(http, script);
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(got.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(send(http, "/ui/0000/app.js").statusCode()).isEqualTo(404);
      assertThat(send(http, script.replace("app.js", "../../../pom.xml")).statusCode())
          .isEqualTo(404);
    }
  }

  private static java.net.http.HttpResponse<String> send(HttpClient http, String path)
      throws IOException, InterruptedException {
    var zipped = !path.equals("/");
    var request = HttpRequest.newBuilder(URI.create(demo.address() + path));
    if (zipped) {
      request.header("Accept-Encoding", "gzip, br");
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking at items and choosing their photos, by mouse and keyboard.
class CuratePageTest {
  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws Exception {
    demo = DemoServer.start(folder, 2, 9);
    var started = post("/api/v1/curate", "{\"require\": 1, \"keep\": 3}");
    assertThat(started).contains("\"kind\":\"curate\"");
    var id = started.split("\"id\":\"", -1)[1].split("\"", -1)[0];
    assertThat(send(HttpRequest.newBuilder(at("/api/v1/jobs/" + id + "/events"))))
        .contains("event: end");
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  private static URI at(String path) {
    return URI.create(demo.address() + path);
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  private static String post(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static Locator chosen(Screen screen) {
    return screen.page().locator("ol .choice-card");
  }

  private static Locator card(Screen screen, String list, String id) {
    return screen.page().locator(list + " .choice-card[data-id='" + id + "']");
  }

  private static Screen open(int item, String language) {
    var screen = Screen.of(demo.address(), language).go("/curate");
    screen.page().locator(".curated h2 a").nth(item).click();
    chosen(screen).first().waitFor();
    return screen;
  }

  /// The first photo that is not chosen.
  private static String notChosen(Screen screen) {
    return screen.page().locator("ul.grid .choice-card[data-id]").first().getAttribute("data-id");
  }

  private static void says(Screen screen, String text) {
    screen.page().getByText(Pattern.compile(text)).first().waitFor();
  }

  @Test
  void photosArePinnedBannedMovedAndTakenBackByKeys() {
    try (var screen = open(0, "ko")) {
      says(screen, "대표 사진 3장");
      screen.isAccessible();
      screen.page().getByLabel("내 이름").fill("김 검수");
      var id = notChosen(screen);
      card(screen, "ul.grid", id).getByRole(AriaRole.BUTTON).first().focus();
      screen.page().keyboard().press("p");
      says(screen, "김 검수 님의 선택으로 저장했습니다");
      assertThat(chosen(screen).first().getAttribute("data-id")).isEqualTo(id);
      assertThat(chosen(screen).first().innerText()).contains("직접 고정함: 김 검수");

      card(screen, "ol", id).getByRole(AriaRole.BUTTON).first().focus();
      screen.page().keyboard().press("Shift+ArrowRight");
      screen.page().locator("ol .choice-card:nth-child(2)[data-id='" + id + "']").waitFor();
      says(screen, "선택으로 저장했습니다");
      card(screen, "ol", id).getByRole(AriaRole.BUTTON).first().focus();
      screen.page().keyboard().press("b");
      card(screen, "ul.grid", id).getByText("직접 뺌: 김 검수").waitFor();

      for (int i = 0; i < 3; i++) {
        stored(screen, () -> screen.button("되돌리기").click());
      }
      card(screen, "ul.grid", id).waitFor();
      screen.page().locator("text=직접 뺌").waitFor(hidden());
      assertThat(screen.page().locator("[aria-pressed=true]:has-text('고정')").count()).isZero();
    }
  }

  @Test
  void aPhotoIsDraggedToItsPlace() {
    try (var screen = open(0, "en")) {
      var ids = ids(screen);
      stored(screen, () -> chosen(screen).nth(2).dragTo(chosen(screen).first()));
      stand(screen, List.of(ids.get(2), ids.get(0), ids.get(1)));
      stored(screen, () -> screen.button("Undo").click());
      stand(screen, ids);
    }
  }

  private static List<String> ids(Screen screen) {
    var found = (List<?>) chosen(screen).evaluateAll("all => all.map((one) => one.dataset.id)");
    return found.stream().map(String::valueOf).toList();
  }

  /// Waits until the chosen photos are these; they are drawn once more when the answer comes.
  private static void stand(Screen screen, List<String> ids) {
    stand(screen, ids::equals);
  }

  private static void stand(Screen screen, Predicate<List<String>> wanted) {
    try {
      screen.page().waitForCondition(() -> wanted.test(ids(screen)));
    } catch (TimeoutError e) {
      assertThat(wanted.test(ids(screen))).as("%s", ids(screen)).isTrue();
    }
  }

  /// Does something and waits until the server has stored it.
  private static void stored(Screen screen, Runnable act) {
    screen.page().waitForResponse(Pattern.compile("/choices$"), act);
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  @Test
  void whoComesSecondSeesWhatTheFirstChoseAndDecidesAgain() throws Exception {
    try (var screen = open(1, "en")) {
      screen.expect("409");
      var path = URI.create(screen.page().url()).getRawPath().replace("/curate/", "/api/v1/items/");
      var standing = send(HttpRequest.newBuilder(at(path + "/representatives?details=true")));
      var version = standing.split("\"version\":", -1)[1].split(",", -1)[0];
      var id = notChosen(screen);
      var other = chosen(screen).last().getAttribute("data-id");
      post(
          path + "/choices",
          "{\"pinned\":[\"%s\"],\"banned\":[],\"version\":%s,\"reviewer\":\"Lee\"}"
              .formatted(other, version));

      card(screen, "ul.grid", id).getByText("Pin", exactly()).click();
      says(screen, "Lee changed this item");
      assertThat(chosen(screen).first().getAttribute("data-id")).isEqualTo(other);
      screen.isAccessible();
      screen.button("Apply my change to it").click();
      says(screen, "Saved as a choice of");
      assertThat(chosen(screen).first().getAttribute("data-id")).isEqualTo(id);
      stored(screen, () -> screen.button("Undo").click());
      stand(screen, ids -> ids.getFirst().equals(other)); // and not to what was before Lee
      assertThat(screen.button("Undo").isDisabled()).isTrue();
      stored(screen, () -> card(screen, "ol", other).getByText("Pin", exactly()).click());
    }
  }

  @Test
  void theFocusFollowsACardThatAnUndoMoves() {
    try (var screen = open(0, "en")) {
      var id = notChosen(screen);
      card(screen, "ul.grid", id).getByRole(AriaRole.BUTTON).first().focus();
      stored(screen, () -> screen.page().keyboard().press("p"));
      holdsFocus(screen, "ol", id);
      stored(screen, () -> screen.page().keyboard().press("u"));
      holdsFocus(screen, "ul.grid", id);
    }
  }

  private static void holdsFocus(Screen screen, String list, String id) {
    screen
        .page()
        .waitForFunction(
            "([list, id]) => document.activeElement.closest(`${list} [data-id]`)?.dataset.id === id",
            List.of(list, id));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void aThresholdShowsWhatStaysBeforeAnythingIsDecided() {
    try (var screen = Screen.of(demo.address(), "ko").go("/curate?view=threshold")) {
      var stay = screen.page().locator(".stay");
      stay.getByText("항목: 2개 중 2개").first().waitFor();
      screen.page().locator(".nextto img").first().waitFor();
      screen.isAccessible();
      var slider = screen.page().getByRole(AriaRole.SLIDER);
      slider.focus();
      screen.page().keyboard().press("End");
      says(screen, "남는 항목: 2개 중 0개");
      screen.page().keyboard().press("Home");
      says(screen, "남는 항목: 2개 중 2개");
    }
  }

  @Test
  void theWorkspaceIsCuratedWithTheThresholdAndDroppedItemsSayWhy() {
    try (var screen = Screen.of(demo.address(), "en").go("/curate?view=threshold")) {
      screen.page().locator(".stay").waitFor();
      var present = screen.page().locator(".rule input").first().inputValue();
      curate(screen, "1.9");
      says(screen, "0 of 2 items are kept");
      screen.go("/curate?state=dropped");
      says(screen, "too few different photos exceed the threshold");
      screen.shows("Dropped 2", "Items: 2");
      screen.isAccessible();
      screen.go("/curate?view=threshold");
      curate(screen, present);
      says(screen, "2 of 2 items are kept");
    }
  }

  private static void curate(Screen screen, String threshold) {
    screen.page().locator(".rule input").first().fill(threshold);
    screen.button("Curate with this").click();
  }

  @Test
  void itemsAreFoundByTheirTitle() {
    try (var screen = Screen.of(demo.address(), "en").go("/curate")) {
      var titles = screen.page().locator(".curated h2");
      titles.nth(1).waitFor();
      var second = titles.nth(1).innerText();
      screen.page().getByLabel("Find an item by its title or id").fill(second);
      says(screen, "Items: 1");
      assertThat(titles.allInnerTexts()).containsExactly(second);
      assertThat(screen.page().url()).contains("q=");
      screen.page().getByLabel("Find an item by its title or id").fill("nothing of that");
      says(screen, "No item has that");
    }
  }

  @Test
  void theOldMethodIsSeenBesideWhatIsStored() {
    try (var screen = Screen.of(demo.address(), "ko").go("/curate?view=compare")) {
      says(screen, "사진이 다른 항목: 2개 중");
      assertThat(screen.page().locator("th[scope=row]").allInnerTexts())
          .containsExactly("남은 항목", "대표 사진");
      screen.isAccessible();
    }
  }
}

package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The threshold workbench: a sample is labelled in Korean by keys, and a threshold chosen and
/// saved in English.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThresholdPageTest {
  private static final int SAMPLE = 24;

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = DemoServer.start(folder, 3, 10);
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  private static void says(Screen screen, String text) {
    screen.page().getByText(text).first().waitFor();
  }

  @Test
  @Order(1)
  void aSampleIsDrawnAndLabelledByKeysAndNothingIsLostOnReload() {
    try (var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/threshold");
      says(screen, "아직 답한 사진이 없습니다");
      screen.isAccessible();
      screen.page().locator("input[name=size]").fill("" + SAMPLE);
      screen.button("사진 뽑기").click();
      says(screen, "이 사진이 프로필에서 찾는 모습인가요?");
      assertThat(screen.page().locator("[aria-keyshortcuts=Space]").count()).isEqualTo(1);
      screen.page().getByLabel("이름").first().fill("민지");
      screen.page().locator("h1").click();
      screen.page().keyboard().press("g");
      says(screen, SAMPLE + "장 중 1장");
      screen.page().keyboard().press("b");
      says(screen, SAMPLE + "장 중 2장");
      screen.page().keyboard().press(" ");
      says(screen, SAMPLE + "장 중 3장");
      screen.page().keyboard().press("u");
      says(screen, SAMPLE + "장 중 2장");

      screen.go("/threshold");
      says(screen, SAMPLE + "장 중 2장");
      for (int done = 2; done < SAMPLE; done++) {
        var word = new Page.GetByRoleOptions().setName(done % 2 == 0 ? "예" : "아니요").setExact(true);
        screen
            .page()
            .waitForResponse(
                "**/labels", () -> screen.page().getByRole(AriaRole.BUTTON, word).click());
        says(screen, SAMPLE + "장 중 " + (done + 1) + "장");
      }
      says(screen, "표본의 모든 사진에 답했습니다.");
      screen.page().locator("svg .curve").waitFor();
      screen.isAccessible();
    }
  }

  @Test
  @Order(2)
  void aThresholdIsChosenByHandAndSavedWithANote() throws IOException {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.go("/threshold");
      says(screen, "Every photo of the sample has an answer.");
      screen.page().locator("svg .curve").waitFor();
      var slider =
          screen
              .page()
              .getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Threshold"));
      slider.focus();
      slider.press("ArrowRight");
      says(screen, "Chosen by hand");
      screen.page().waitForURL(url -> url.contains("threshold="));
      screen.page().getByLabel("Note (why this one)").fill("a little stricter");
      screen.go(screen.page().url().substring(demo.address().length()));
      var note = screen.page().getByLabel("Note (why this one)");
      note.waitFor();
      assertThat(note.inputValue()).isEqualTo("a little stricter");
      screen.page().locator("section:last-of-type button.primary:not([disabled])").click();
      says(screen, "Saved as version 1");
      screen
          .page()
          .getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("a little stricter"))
          .waitFor();
      nothingIsSavedForAPrecisionOfWhichNothingIsKnownYet(screen);
      curveStaysWhereTheNextCannotBeHad(screen, slider);
      screen.page().getByText("The curve as a table").first().click();
      screen.isAccessible();
      assertThat(Files.exists(folder.resolve("data/profiles/cafe-v1.yaml"))).isTrue();
      screen.button("Go back to version 1").click();
      screen.page().waitForCondition(() -> note.inputValue().equals("Back to version 1"));
    }
  }

  private static void nothingIsSavedForAPrecisionOfWhichNothingIsKnownYet(Screen screen) {
    var save = screen.page().locator("section:last-of-type form button.primary");
    var target = screen.page().getByLabel("as a number");
    screen.button("Choose by the precision").click();
    target.fill("0.05");
    target.press("Enter");
    screen.page().waitForCondition(save::isEnabled);
    var held = new ArrayList<Route>();
    screen.page().route("**/curve?*", held::add);
    target.fill("0.06");
    target.press("Enter");
    screen.page().waitForCondition(save::isDisabled);
    screen.page().waitForCondition(() -> !held.isEmpty());
    assertThat(save.isDisabled()).isTrue();
    held.forEach(Route::resume);
    screen.page().unroute("**/curve?*");
    screen.page().waitForCondition(save::isEnabled);
  }

  private static void curveStaysWhereTheNextCannotBeHad(Screen screen, Locator slider) {
    screen.expect("500");
    screen
        .page()
        .route("**/curve?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    slider.press("ArrowRight");
    says(screen, "Something went wrong on the server.");
    assertThat(screen.page().locator("svg .curve").count()).isEqualTo(1);
    screen.page().unroute("**/curve?*");
    slider.press("ArrowLeft");
    screen
        .page()
        .getByText("Something went wrong on the server.")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /// The server's word of the sample may be older than what was said since it was asked for.
  @Test
  @Order(3)
  void whatIsSaidWhileTheSampleIsReadAgainStays() {
    try (var screen = Screen.of(demo.address(), "en").named("kim")) {
      screen.go("/threshold");
      says(screen, "Every photo of the sample has an answer.");
      var held = new LinkedHashMap<Route, APIResponse>();
      screen.page().route("**/samples?*", route -> held.put(route, route.fetch()));
      screen.page().locator("input[name=size]").fill("40"); // as many as there are
      screen.button("Draw a larger sample").click();
      screen.page().waitForCondition(() -> held.size() == 1);
      answer(held);
      says(screen, "Does this photo show");
      screen.button("Draw a larger sample").click();
      screen.page().waitForCondition(() -> held.size() == 1);
      screen.page().waitForResponse("**/labels", () -> screen.page().keyboard().press("g"));
      says(screen, (SAMPLE + 1) + " of ");
      answer(held);
      screen.page().waitForTimeout(500);
      screen.shows((SAMPLE + 1) + " of ");
    }
  }

  /// Sends on what the server said when it was asked.
  private static void answer(Map<Route, APIResponse> held) {
    held.forEach((route, answer) -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
    held.clear();
  }
}

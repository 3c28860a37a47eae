package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One person's browser window on a server. When it is closed, nothing may have gone wrong in it:
/// no error in the console, no exception, no violation of the content security policy.
final class Screen implements AutoCloseable {
  /// Else everything that is as it should be is told as well, on a page of its own for what lies in
  /// frames, of which there are none.
  private static AxeRunOptions violations() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> faults = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  private Screen(BrowserContext context, String base) {
    this.context = context;
    this.base = base;
    this.page = context.newPage();
    page.setDefaultTimeout(120_000);
    page.onConsoleMessage(message -> {
      if (Set.of("error", "warning").contains(message.type())) {
        faults.add(message.type() + ": " + message.text() + " " + message.location());
      }
    });
    page.onPageError(faults::add);
  }

  /// A window of a person who reads a language: `ko` or `en`.
  static Screen of(String base, String language) {
    return of(base, language, ColorScheme.LIGHT);
  }

  static Screen of(String base, String language, ColorScheme scheme) {
    var options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setLocale(language.equals("ko") ? "ko-KR" : "en-GB")
            .setColorScheme(scheme)
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
            .setViewportSize(1280, 900);
    return new Screen(Browser.started().newContext(options), base);
  }

  /// The same for somebody who gave a name before.
  Screen named(String name) {
    context.addInitScript("localStorage.setItem('anmok.name', '" + name + "')");
    return this;
  }

  /// Goes to a page and waits until it is drawn: its first heading is there.
  Screen go(String path) {
    page.navigate(base + path);
    page.locator("main h1").first().waitFor();
    return this;
  }

  /// Waits until nothing is being loaded any more, pictures in sight included.
  Screen settled() {
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    page.waitForFunction(
        "() => !document.querySelector('.busy') && [...document.images].every((one) => one.complete"
            + " || one.getBoundingClientRect().top > innerHeight)");
    return this;
  }

  Page page() {
    return page;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /// Waits until all of these texts stand in the page; a page is drawn in several steps.
  void shows(String... texts) {
    try {
      page.waitForCondition(() -> Stream.of(texts).allMatch(text()::contains));
    } catch (TimeoutError e) {
      assertThat(text()).contains(texts);
    }
  }

  private String text() {
    return page.locator("body").innerText();
  }

  /// A picture of the whole page, for people to look at.
  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /// No finding of axe-core that its makers call serious or critical.
  void isAccessible() {
    var found =
        new AxeBuilder(page)
            .setLegacyMode(true).options(violations()).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    assertThat(found).as(page.url()).isEmpty();
  }

  /// Lets a fault pass that a test brings about, such as an answer of status 422.
  void expect(String part) {
    expected.add(part);
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults)
        .as("what the browser said")
        .allMatch(fault -> expected.stream().anyMatch(fault::contains));
  }
}

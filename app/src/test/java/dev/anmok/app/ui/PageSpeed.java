package dev.anmok.app.ui;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Measures the pages of a running server, each in a fresh browser window with empty caches: first
/// contentful paint, the time until what was asked for is there, and the bytes over the wire. No
/// part of the tests: `mvn test -pl app -am -Dtest=PageSpeed -Danmok.speed=http://127.0.0.1:8080
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class PageSpeed {
  private static final int RUNS = 9;

  /// A page, and what must be on it.
  private record Visit(String path, String shown) {}

  private static final List<Visit> VISITS =
      List.of(
          new Visit("/?q=cozy+cafe", ".hits .hit img"),
          new Visit("/?q=%EC%B0%BD%EA%B0%80+%EC%9E%90%EB%A6%AC&by=photo&all=1", ".hits .hit img"),
          new Visit("/curate", "main .card img, main li img"),
          new Visit("/albums", ".albums img"),
          new Visit("/jobs", ".folders, .job"),
          new Visit("/health", ".facts"));

  private static final String FIGURES =
      """
      () => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        const bytes = (some) => some.reduce((sum, each) => sum + each.transferSize, 0);
        const pictures = all.filter((each) => each.name.includes('/image'));
        return [paint?.startTime ?? -1, performance.now(), bytes(all) - bytes(pictures), bytes(pictures)];
      }\
      """;

  @Test
  @EnabledIfSystemProperty(named = "anmok.speed", matches = "http.*")
  void measure() {
    var base = System.getProperty("anmok.speed");
    System.out.printf(
        "%-60s %8s %8s %9s %9s%n",
        "page (median of " + RUNS + ")", "paint", "results", "code", "photos");
    for (var visit : VISITS) {
      var runs = new double[4][RUNS];
      for (int run = 0; run < RUNS; run++) {
        var figures = visit(base, visit);
        for (int i = 0; i < figures.size(); i++) {
          runs[i][run] = figures.get(i);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-60s %5.0f ms %5.0f ms %6.1f kB %6.1f kB%n",
          visit.path(),
          median(runs[0]),
          median(runs[1]),
          median(runs[2]) / 1000,
          median(runs[3]) / 1000);
    }
  }

  private static List<Double> visit(String base, Visit visit) {
    try (var context =
        Browser.started().newContext(new NewContextOptions().setViewportSize(1280, 900))) {
      var page = context.newPage();
      page.navigate(base + visit.path());
      var shown = page.locator(visit.shown()).first();
      shown.waitFor();
      page.waitForFunction(
          "(what) => { const one = document.querySelector(what); return one.tagName !== 'IMG' || one.complete; }",
          visit.shown(),
          new Page.WaitForFunctionOptions().setPollingInterval(10));
      return ((List<?>) page.evaluate(FIGURES))
          .stream().map(value -> ((Number) value).doubleValue()).toList();
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

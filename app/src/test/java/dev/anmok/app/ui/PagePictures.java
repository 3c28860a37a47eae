package dev.anmok.app.ui;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the pictures of the pages that the documents show, of a running server on the demo's
/// workspace. No part of the tests: `mvn test -pl app -am -Dtest=PagePictures
/// -Danmok.pictures=http://127.0.0.1:8080 -Danmok.pictures.to=DIR
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class PagePictures {
  private static final int QUALITY = 72;

  private static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put(
        "search", "/?q=%EC%8B%9D%EB%AC%BC%EC%9D%B4%20%EC%9E%88%EB%8A%94%20%EC%8B%A4%EB%82%B4");
    pages.put("curate", "/curate");
    pages.put("review", "/review");
    pages.put("threshold", "/threshold");
    pages.put("albums", "/albums");
    pages.put("jobs", "/jobs");
    pages.put("health", "/health");
    var more = System.getProperty("anmok.pictures.more", "");
    for (var pair : more.isEmpty() ? new String[0] : more.split(",", -1)) {
      pages.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return pages;
  }

  @Test
  @EnabledIfSystemProperty(named = "anmok.pictures", matches = "http.*")
  void take() {
    var base = System.getProperty("anmok.pictures");
    var folder = Path.of(System.getProperty("anmok.pictures.to", "."));
    pages()
        .forEach((name, path) -> {
          for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
              continue;
            }
            boolean dark = scheme == ColorScheme.DARK;
            try (var screen = Screen.of(base, dark ? "en" : "ko", scheme).named("지민")) {
              screen.go(path).settled();
              var file = folder.resolve(name + (dark ? "-dark" : "") + ".jpg").toAbsolutePath();
              screen
                  .page()
                  .screenshot(
                      new Page.ScreenshotOptions()
                          .setPath(file)
                          .setType(ScreenshotType.JPEG)
                          .setQuality(QUALITY));
            }
          }
        });
  }
}

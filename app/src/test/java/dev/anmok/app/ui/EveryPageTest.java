package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page as it is first seen: in both languages, light and dark, on a wide screen and on a
/// telephone.
class EveryPageTest {
  private static final int TELEPHONE = 360;

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = DemoServer.start(folder, 2, 7);
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
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
  void isReadableByEverybody(String path) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (var screen =
          Screen.of(demo.address(), scheme == ColorScheme.DARK ? "en" : "ko", scheme)) {
        screen.go(path).settled();
        assertThat(screen.page().locator("main").innerText())
            .as("a text without words in this language")
            .doesNotContainPattern(
                "\\b(search|curate|review|threshold|albums|jobs|health)\\.[a-z]");
        if (scheme == ColorScheme.LIGHT) {
          screen.isAccessible();
        }
        screen.page().setViewportSize(TELEPHONE, 740);
        assertThat(screen.page().evaluate("document.documentElement.scrollWidth"))
            .as("width of " + path)
            .isEqualTo(TELEPHONE);
        if (scheme == ColorScheme.DARK) {
          screen.isAccessible();
        }
      }
    }
  }
}

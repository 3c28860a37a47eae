package dev.anmok.app.ui;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The system's Chromium, without a window; one for all tests of a JVM. Tests that need it are
/// skipped where there is none.
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final List<String> FOLDERS =
      List.of(
          "/usr/bin",
          "/usr/local/bin",
          "/snap/bin",
          "/Applications/Google Chrome.app/Contents/MacOS",
          "/Applications/Chromium.app/Contents/MacOS");

  private Browser() {}

  /// Starts it once, on first use.
  private static final class Started {
    private static final com.microsoft.playwright.Browser BROWSER = launch(program().orElseThrow());
  }

  static com.microsoft.playwright.Browser started() {
    Assumptions.assumeTrue(
        program().isPresent(),
        "skipped: no Chromium is installed (looked for "
            + NAMES
            + " in PATH); on Debian and Ubuntu:"
            + " apt-get install chromium");
    return Started.BROWSER;
  }

  private static Optional<Path> program() {
    var onPath = Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1);
    return Stream.concat(Stream.of(onPath), FOLDERS.stream())
        .filter(folder -> !folder.isBlank())
        .flatMap(folder ->
            Stream.concat(NAMES.stream(), Stream.of("Google Chrome", "Chromium"))
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static com.microsoft.playwright.Browser launch(Path program) {
    var own =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    var playwright = Playwright.create(own);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }
}

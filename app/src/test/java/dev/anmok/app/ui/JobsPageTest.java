package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.anmok.app.sample.FewPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Photos in by the browser, the albums they make, and the server's health; also while the server
/// is away.
class JobsPageTest {
  /// Enough for a job of some seconds.
  private static final int MANY = 500;

  @TempDir static Path folder;

  @BeforeAll
  static void draw() throws IOException {
    DemoServer.start(folder, 2, 6).close();
  }

  private static DemoServer serve(int port) throws IOException {
    return DemoServer.serve(
        folder.resolve("data"), folder.resolve("photos"), Optional.empty(), port);
  }

  @Test
  void aFolderIsIngestedAndPhotosAreSentEachWithWhatBecameOfIt() throws IOException {
    FewPictures.reviews(folder.resolve("photos/more"));
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/jobs");
      screen.page().locator(".folders button").first().click(); // into the allowed folder
      screen.button("more 들여오기").click();
      screen.page().locator(".job").getByText("끝남").waitFor();
      screen.page().getByText("끝이 잘림").first().waitFor(); // the one that is cut short
      screen.isAccessible();

      var bytes = Files.readAllBytes(photo());
      screen
          .page()
          .locator("input[type=file]")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("again.jpg", "image/jpeg", bytes),
                new FilePayload("text.jpg", "image/jpeg", "text".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("notes.txt", "text/plain", "text".getBytes(StandardCharsets.UTF_8))
              });
      screen.page().getByText("3장 중 3장").waitFor();
      assertThat(screen.page().locator(".rejected").innerText())
          .contains("notes.txt: 사진이 아닙니다", "text.jpg: ");
    }
  }

  @Test
  void albumsArePutTogetherAndLookedThrough() throws IOException {
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "en")) {
      screen.go("/albums");
      screen.button("Put the albums together").click();
      screen.page().locator(".albums h2 a").first().waitFor();
      screen.isAccessible();
      screen.page().locator(".albums h2 a").first().click();
      screen.page().getByText("Highlights").waitFor();
      screen.page().locator(".grid button.photo").first().click();
      screen.page().locator("dialog img").first().waitFor();
      screen.isAccessible();
    }
  }

  @Test
  void healthShowsTheModelAndMeasuresRecall() throws IOException {
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/health");
      screen.page().getByText("준비됨").waitFor();
      screen.page().getByText("사용 중", new Page.GetByTextOptions().setExact(true)).waitFor();
      screen.button("지금 재기").click();
      screen.page().getByText("recall@10").waitFor();
      assertThat(screen.text()).contains("1.0000");
      screen.isAccessible();
    }
  }

  @Test
  void aServerThatIsAwayIsSaidAndWhatWasAskedIsAnsweredOnceItIsBack() throws IOException {
    int port = freePort();
    try (var screen = Screen.of("http://127.0.0.1:" + port, "en")) {
      screen.expect("ERR_CONNECTION_REFUSED");
      screen.expect("ERR_CONNECTION_RESET");
      screen.expect("ERR_EMPTY_RESPONSE");
      try (var _ = serve(port)) {
        screen.go("/");
      }
      screen.page().locator("input[name=q]").fill("cafe");
      screen.page().locator("input[name=q]").press("Enter");
      screen.page().getByText("The connection to the server is lost.").waitFor();
      try (var _ = serve(port)) {
        screen.page().locator(".hits .hit").first().waitFor();
        assertThat(screen.text()).doesNotContain("The connection to the server is lost.");
      }
    }
  }

  @Test
  void aJobThatTheServerLeftGoesOnWhereItWas() throws IOException {
    var many = copies(folder.resolve("photos/many"), MANY);
    int port = freePort();
    try (var screen = Screen.of("http://127.0.0.1:" + port, "ko")) {
      screen.expect("ERR_");
      screen.expect("404"); // the server does not know the job any more
      try (var _ = serve(port)) {
        screen.go("/jobs");
        screen.page().locator(".folders button").first().click();
        screen.button("many 들여오기").click();
        screen.page().locator(".job").getByText("진행 중").waitFor();
      } // in the middle of it
      screen.page().getByText("서버와 연결이 끊겼습니다").or(screen.page().getByText("멈춤")).first().waitFor();
      try (var _ = serve(port)) {
        screen.button("이어 하기").first().click();
        screen
            .page()
            .locator(".job", new Page.LocatorOptions().setHasText("many"))
            .first()
            .getByText("끝남")
            .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        var job = new JsonMapper().readTree(fetch(port, "/api/v1/jobs")).get(0);
        assertThat(job.get("source").asString()).isEqualTo(many.toRealPath().toString());
        assertThat(job.get("done").asInt()).isEqualTo(MANY);
        assertThat(job.get("result").get("skipped").asInt()).as("done before").isPositive();
      }
    }
  }

  private static String fetch(int port, String path) throws IOException {
    try (var in = URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Photos that differ in bytes alone.
  private static Path copies(Path target, int count) throws IOException {
    Files.createDirectories(target);
    var bytes = Files.readAllBytes(photo());
    for (int i = 0; i < count; i++) {
      var copy = Arrays.copyOf(bytes, bytes.length + 1 + i);
      Files.write(target.resolve("%03d.jpg".formatted(i)), copy);
    }
    return target;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path photo() throws IOException {
    try (var files = Files.walk(folder.resolve("photos"))) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}

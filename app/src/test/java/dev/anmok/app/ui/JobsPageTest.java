package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Photos in by the browser, the albums they make, and the server's health; also while the server
/// is away.
class JobsPageTest {
  /// Enough for a job of some seconds.
  private static final int MANY = 500;

  private static final FilePayload NOTES =
      new FilePayload("notes.txt", "text/plain", "text".getBytes(StandardCharsets.UTF_8));

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

      var text = new FilePayload("text.jpg", "image/jpeg", NOTES.buffer);
      choose(screen, photo("again.jpg"), text, NOTES);
      screen.page().getByText("3장 중 3장").waitFor();
      assertThat(screen.page().locator(".rejected").innerText())
          .contains("notes.txt: 사진이 아닙니다", "text.jpg: ");
    }
  }

  @Test
  void photosKeepTheItemThatWasNamedWhenTheyWereChosen() throws IOException {
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/jobs");
      var held = new ArrayList<Route>();
      screen
          .page()
          .route(
              "**/api/v1/photos",
              route -> {
                if (held.isEmpty()) {
                  held.add(route);
                } else {
                  route.resume();
                }
              });
      var item = screen.page().getByLabel("속할 항목");
      for (var name : List.of("the first", "the second")) {
        item.fill(name);
        choose(screen, photo(name + ".jpg"));
      }
      screen.page().waitForCondition(() -> held.size() == 1); // the second waits
      held.getFirst().resume();
      screen.page().waitForCondition(() -> items(demo).contains("the second"));
      assertThat(items(demo)).contains("the first");
    }
  }

  @Test
  void photosAreSentOnWhileAnotherPageIsLookedAt() throws IOException {
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "en")) {
      screen.go("/jobs");
      var held = new ArrayList<Route>();
      screen.page().route("**/api/v1/photos", held::add);
      choose(screen, photo("again.jpg"), NOTES);
      screen.page().waitForCondition(() -> !held.isEmpty());
      screen.page().locator("nav a[href='/health']").click();
      screen.page().locator("h1:has-text('Health')").waitFor();
      screen.page().locator("nav a[href='/jobs']").click();
      screen.page().locator(".upload progress").waitFor();
      screen.page().locator(".upload").getByText("Cancel").waitFor();
      held.forEach(Route::resume);
      screen.page().locator(".upload").getByText("2 of 2").waitFor();
      screen.page().locator(".rejected").getByText("notes.txt").waitFor();
    }
  }

  private static void choose(Screen screen, FilePayload... files) {
    screen.page().locator("input[type=file]").first().setInputFiles(files);
  }

  /// A photo that the workspace has, under another name.
  private static FilePayload photo(String name) throws IOException {
    return new FilePayload(name, "image/jpeg", Files.readAllBytes(photo()));
  }

  private static String items(DemoServer demo) {
    try {
      return fetch(demo.address(), "/api/v1/items?q=the%20");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ofADroppedFolderEachSubFolderIsAnItem() throws IOException {
    var dropped = folder.toRealPath().resolve("dropped");
    for (var name : List.of("the west room", "the east room/upstairs")) {
      var inside = Files.createDirectories(dropped.resolve(name));
      Files.copy(photo(), inside.resolve("a.jpg"));
      Files.writeString(inside.resolve(".hidden"), "passed over");
    }
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "en")) {
      screen.go("/jobs").settled();
      screen.page().locator(".upload").waitFor();
      drop(screen, dropped);
      screen.page().getByText("2 of 2").waitFor();
      assertThat(items(demo)).contains("the west room", "the east room").doesNotContain("upstairs");
    }
  }

  /// Drops a file or folder as a person does; scripts in a page cannot do that.
  private static void drop(Screen screen, Path file) {
    var data = new JsonObject();
    data.add("items", new JsonArray());
    data.add("files", new JsonArray());
    data.getAsJsonArray("files").add(file.toString());
    data.addProperty("dragOperationsMask", 1);
    var devTools = screen.page().context().newCDPSession(screen.page());
    for (var type : List.of("dragEnter", "dragOver", "drop")) {
      var event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", 300);
      event.addProperty("y", 300);
      event.add("data", data);
      devTools.send("Input.dispatchDragEvent", event);
    }
  }

  @Test
  void aJobThatFailedSaysWhyInTheReadersLanguageAndMayBeTriedAgain() throws IOException {
    Files.writeString(folder.resolve("photos/wrong.csv"), "name,title\na.jpg,A\n");
    try (var demo = serve(0);
        var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/jobs");
      screen.page().locator(".folders button").first().click();
      screen.button("wrong.csv 들여오기").click();
      screen.page().locator(".job").getByText("작업을 끝내지 못했습니다.").waitFor();
      assertThat(screen.page().locator(".job .detail").innerText()).contains("uri");
      screen.button("다시 시도").waitFor();
      screen.isAccessible();
    }
  }

  @Test
  void whereThereIsNoPhotoYetPagesSayWhereToAddSome() throws IOException {
    Session.fill(folder.resolve("none"), "album", Optional.empty()).close();
    try (var demo =
            DemoServer.serve(
                folder.resolve("none"), folder.resolve("photos"), Optional.empty(), 0);
        var screen = Screen.of(demo.address(), "en")) {
      for (var path : List.of("/?q=cafe", "/curate", "/review", "/threshold", "/albums")) {
        screen.go(path);
        screen.page().getByText("The workspace holds no photos yet").waitFor();
      }
      screen.isAccessible();
      screen.page().locator("main a.button").click();
      screen.page().getByText("From this computer").waitFor();
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
      screen.shows("1.0000");
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
        screen
            .page()
            .getByText("The connection to the server is lost.")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      }
    }
  }

  @Test
  void aJobThatTheServerLeftGoesOnWhereItWas() throws IOException {
    var many = copies(folder.resolve("photos/many"), MANY);
    int port = freePort();
    try (var screen = Screen.of("http://127.0.0.1:" + port, "ko")) {
      screen.expect("ERR_");
      screen.expect("500"); // when it is to stop
      screen.expect("404"); // the server does not know the job any more
      try (var _ = serve(port)) {
        screen.go("/jobs");
        screen.page().route("**/api/v1/jobs/*", JobsPageTest::refuseToStop);
        screen.page().locator(".folders button").first().click();
        screen.button("many 들여오기").click();
        screen.page().locator(".job").getByText("진행 중").waitFor();
        screen.button("취소").click();
        screen.page().getByText("서버에서 문제가 생겼습니다.").waitFor();
      } // in the middle of it
      screen.page().getByText("서버와 연결이 끊겼습니다").or(screen.page().getByText("멈춤")).first().waitFor();
      try (var _ = serve(port)) {
        screen.button("이어 하기").first().click();
        screen
            .page()
            .locator(".job", new Page.LocatorOptions().setHasText("many"))
            .first()
            .getByText("끝남")
            .waitFor(new Locator.WaitForOptions().setTimeout(300_000));
        var address = "http://127.0.0.1:" + port;
        var job = new JsonMapper().readTree(fetch(address, "/api/v1/jobs")).get(0);
        assertThat(job.get("source").asString()).isEqualTo(many.toRealPath().toString());
        assertThat(job.get("done").asInt()).isEqualTo(MANY);
        assertThat(job.get("result").get("skipped").asInt()).as("done before").isPositive();
      }
    }
  }

  private static void refuseToStop(Route route) {
    if (route.request().method().equals("DELETE")) {
      route.fulfill(new Route.FulfillOptions().setStatus(500));
    } else {
      route.resume();
    }
  }

  private static String fetch(String address, String path) throws IOException {
    try (var in = URI.create(address + path).toURL().openStream()) {
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

  /// One that no connection of another program is given while the server is away: below the range
  /// that systems choose from.
  private static int freePort() {
    int first = 20_000 + (int) (ProcessHandle.current().pid() % 5_000);
    return IntStream.range(first, 30_000).filter(JobsPageTest::isFree).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false; // somebody else's
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

package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Searching in the browser: by words, by a photo, by a part of one; what was found, and why.
class SearchPageTest {
  /// The browser's own store, which says only when it is told to that a photo is kept.
  private static final String SLOW_TO_KEEP =
      """
      const put = IDBObjectStore.prototype.put;
      window.held = [];
      IDBObjectStore.prototype.put = function (...what) {
        const done = put.apply(this, what);
        const { transaction } = this;
        const add = transaction.addEventListener.bind(transaction);
        Object.defineProperty(transaction, 'oncomplete', {
          set: (told) => add('complete', (event) => window.held.push(() => told(event))),
        });
        return done;
      };
      """;

  @TempDir static Path folder;
  private static DemoServer demo;

  @BeforeAll
  static void start() throws IOException {
    demo = DemoServer.start(folder, 4, 7);
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  private static Locator hits(Screen screen) {
    return screen.page().locator(".hits .hit");
  }

  private static void look(Screen screen, String words) {
    var box = screen.page().locator("input[name=q]");
    box.fill(words);
    box.press("Enter");
    hits(screen).first().waitFor();
  }

  @Test
  void wordsFindItemsInKoreanAndTheAddressKeepsTheSearch() {
    try (var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/");
      screen.shows("항목 4개");
      look(screen, "카페 실내 의자와 탁자");
      assertThat(screen.page().url()).contains("?q=%EC%B9%B4%ED%8E%98");
      int found = hits(screen).count();
      assertThat(found).isBetween(1, 4);
      screen.shows("개를 찾았습니다");
      screen.isAccessible();

      screen.page().reload();
      hits(screen).first().waitFor();
      assertThat(screen.page().locator("input[name=q]").inputValue()).isEqualTo("카페 실내 의자와 탁자");
      assertThat(hits(screen).count()).isEqualTo(found);
    }
  }

  @Test
  void aHitSaysWhyOnFocusOpensLargeAndFindsSimilarOnes() {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.go("/");
      look(screen, "an interior photo of a cafe");
      hits(screen).first().locator("button.photo").focus();
      assertThat(hits(screen).first().locator(".hit-why").innerText()).contains("Looks");

      screen.page().keyboard().press("Enter");
      screen.page().getByText("Why it was found").waitFor();
      screen.isAccessible();
      screen.page().keyboard().press("Escape");
      screen.page().waitForCondition(() -> screen.page().locator("dialog").count() == 0);

      screen
          .page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Photos").setExact(true))
          .click();
      screen.page().waitForURL(url -> url.contains("by=photo"));
      hits(screen).first().locator(".line button").click();
      screen.page().waitForURL(url -> url.contains("photo="));
      screen.page().getByText("Looking for photos like this one.").waitFor();
      hits(screen)
          .first()
          .locator(".line")
          .getByText("1.000")
          .waitFor(); // the photo itself is nearest
    }
  }

  @Test
  void aDroppedPhotoIsSearchedByAndSoIsABoxOfIt() throws IOException {
    try (var screen = Screen.of(demo.address(), "ko")) {
      screen.go("/?by=photo&all=1");
      screen.page().locator("input[type=file]").setInputFiles(anyPhoto());
      hits(screen).first().waitFor();
      assertThat(screen.page().url()).contains("image=");
      var best = hits(screen).first().locator("img").getAttribute("src");

      screen
          .page()
          .waitForFunction("() => document.querySelector('.boxed-area img')?.naturalWidth");
      var area = screen.page().locator(".boxed-area").boundingBox();
      var mouse = screen.page().mouse();
      mouse.move(area.x + area.width * 0.1, area.y + area.height * 0.1);
      mouse.down();
      mouse.move(area.x + area.width * 0.5, area.y + area.height * 0.6);
      mouse.up();
      screen.page().waitForURL(url -> url.contains("box=0.1"));
      screen.page().locator(".boxed-frame").waitFor();
      screen.isAccessible();

      screen.page().locator(".boxed-area").press("ArrowRight");
      screen.page().waitForURL(url -> url.contains("box=0.12"));

      screen.page().reload(); // the photo is still in this browser
      screen.page().locator(".boxed-frame").waitFor();
      hits(screen).first().waitFor();
      screen.button("사진 전체").click();
      screen.page().waitForURL(url -> !url.contains("box="));
      screen
          .page()
          .waitForCondition(
              () -> best.equals(hits(screen).first().locator("img").getAttribute("src")));
    }
  }

  @Test
  void aPhotoThatTheBrowserHasNoRoomForIsSaid() throws IOException {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.go("/");
      var full = new JsonObject();
      full.addProperty("origin", demo.address());
      full.addProperty("quotaSize", 1);
      var devTools = screen.page().context().newCDPSession(screen.page());
      devTools.send("Storage.overrideQuotaForOrigin", full);
      screen.page().locator("input[type=file]").setInputFiles(anyPhoto());
      screen.page().getByText("This browser cannot keep the photo").waitFor();
    }
  }

  @Test
  void whatIsNoPhotoIsSaidInOneSentence() throws IOException {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.go("/");
      screen.shows("photos of"); // with that it knows how large a photo may be
      var file = screen.page().locator("input[type=file]");
      file.setInputFiles(
          new FilePayload(
              "notes.txt",
              "text/plain",
              "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      screen.page().getByText("notes.txt is not a photo.").waitFor();

      var large = folder.resolve("large.jpg");
      try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
        sparse.setLength(200_000_000);
      }
      file.setInputFiles(large);
      screen.page().getByText("large.jpg is too large: 200 MB, at most 67.1 MB.").waitFor();

      screen.expect("422");
      file.setInputFiles(new FilePayload("broken.jpg", "image/jpeg", new byte[] {1, 2, 3}));
      screen.page().getByText("the photo cannot be used").waitFor();
      assertThat(screen.page().locator(".hits .busy").count()).isZero();
    }
  }

  @Test
  void whatIsTypedWhileAPhotoIsBeingKeptIsAskedWithIt() throws IOException {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.page().addInitScript(SLOW_TO_KEEP);
      screen.go("/");
      screen.shows("photos of");
      screen.page().locator("input[type=file]").setInputFiles(anyPhoto());
      screen.page().waitForFunction("() => window.held?.length");
      look(screen, "a cozy cafe");
      screen.page().evaluate("() => window.held.forEach((go) => go())");
      screen.page().waitForURL(url -> url.contains("image="));
      assertThat(screen.page().url()).contains("q=a+cozy+cafe");
    }
  }

  @Test
  void aPictureThatCouldNotBeHadAtOnceIsAskedForAgain() {
    try (var screen = Screen.of(demo.address(), "en")) {
      screen.expect("503");
      var refused = new ArrayList<String>();
      screen
          .page()
          .route(
              "**/image?*",
              route -> {
                if (refused.isEmpty()) {
                  refused.add(route.request().url());
                  route.fulfill(new Route.FulfillOptions().setStatus(503));
                } else {
                  route.resume();
                }
              });
      screen.go("/");
      look(screen, "a cozy cafe");
      screen.page().waitForCondition(() -> !refused.isEmpty());
      var path = URI.create(refused.getFirst());
      screen
          .page()
          .waitForFunction(
              "path => document.querySelector(`img[src='${path}']`)?.naturalWidth",
              path.getPath() + "?" + path.getQuery());
      assertThat(screen.page().locator(".gone").count()).isZero();
    }
  }

  @Test
  void nothingAlikeIsAdmitted() {
    try (var screen = Screen.of(demo.address(), "ko")) {
      screen.go(
          "/?q="
              + java.net.URLEncoder.encode(
                  "눈 덮인 산맥을 나는 헬리콥터", java.nio.charset.StandardCharsets.UTF_8));
      screen.page().getByText("잘 맞는 사진이 없습니다").waitFor();
    }
  }

  @Test
  void filtersOfTheProfileNarrowAndStandInTheAddress() throws IOException {
    var source = folder.resolve("films");
    Files.createDirectories(source);
    var rows = new StringBuilder("uri,item,title,genres,year\n");
    int row = 0;
    try (var files = Files.walk(demo.photos())) {
      for (var photo :
          files.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(6).toList()) {
        rows.append(
            "%s,f%d,film %d,%s,%d\n"
                .formatted(photo, row, row, row < 4 ? "Drama" : "Comedy", 1990 + row));
        row++;
      }
    }
    var manifest = Files.writeString(source.resolve("films.csv"), rows);
    try (var films = DemoServer.ingest(folder.resolve("film-data"), manifest, "poster");
        var screen = Screen.of(films.address(), "ko")) {
      screen.go("/?q=film&f=genre:Drama");
      screen.page().waitForCondition(() -> hits(screen).count() == 4);
      var comedy =
          screen.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Comedy"));
      comedy.check();
      screen.page().waitForCondition(() -> hits(screen).count() == 6);
      screen.page().locator("input[name=from]").first().fill("1994");
      screen.page().locator(".range button").first().click();
      screen.page().waitForCondition(() -> hits(screen).count() == 2);
      assertThat(screen.page().url()).contains("f=year%3A1994..");
      screen.isAccessible();
      screen.button("조건 지우기").click();
      screen.page().waitForCondition(() -> hits(screen).count() == 6);
    }
  }

  private static Path anyPhoto() throws IOException {
    try (var files = Files.walk(demo.photos())) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}

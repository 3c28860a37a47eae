package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Cut-outs by GrabCut, which needs no model, of drawn discs.
class CutoutCommandTest {
  private static final int SIDE = 160;

  @TempDir Path folder;

  private static int mottled(int rgb, int x, int y) {
    int noise = (x * 37 + y * 11) % 13;
    return rgb + (noise << 16 | noise << 8 | noise);
  }

  private static int disc(int colour, int behind, int x, int y) {
    int dx = x - SIDE / 2;
    int dy = y - SIDE / 2;
    return mottled(16 * (dx * dx + dy * dy) < SIDE * SIDE ? colour : behind, x, y);
  }

  private Path draw(String name, int width, int height, IntBinaryOperator colour)
      throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.applyAsInt(x, y));
      }
    }
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private Path photos() throws IOException {
    draw("photos/b/disc.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    draw("photos/one.png", 1, 1, (_, _) -> 0xff0000);
    draw("photos/white.png", 90, 60, (_, _) -> 0xffffff);
    Files.writeString(folder.resolve("photos/broken.jpg"), "no picture");
    return folder.resolve("photos");
  }

  @Test
  void writesWhatIsCutOutAndSaysWhyTheRestIsNot() throws IOException {
    var out = folder.resolve("out");
    var run =
        Run.of(
            "cutout",
            photos(),
            "--out",
            out,
            "--workspace",
            folder.resolve("none"),
            "--format",
            "json");

    assertThat(run.exit()).isZero();
    var rows = JsonMapper.shared().readTree(run.out());
    assertThat(rows).hasSize(4);
    for (var row : rows) {
      var name = Path.of(row.get("photo").stringValue()).getFileName().toString();
      assertThat(row.get("outcome").stringValue())
          .as(name)
          .isEqualTo(
              name.equals("disc.png") ? "cut" : name.equals("broken.jpg") ? "rejected" : "kept");
    }
    assertThat(run.err())
        .contains("using grabcut, which knows colours and not things")
        .contains("1 photos are cut out in")
        .contains("2 nearly-empty, 1 rejected");
    var written = ImageIO.read(out.resolve("b/disc.png").toFile());
    assertThat(written.getWidth()).isEqualTo(SIDE);
    assertThat(written.getRGB(SIDE / 2, SIDE / 2) >>> 24).isEqualTo(255);
    assertThat(written.getRGB(2, 2) >>> 24).isZero();
    assertThat(out.toFile().list()).hasSize(1);
  }

  @Test
  void aColourMakesAJpeg() throws IOException {
    var photo = draw("disc.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    var out = folder.resolve("out");
    var run =
        Run.of("cutout", photo, photo, "--out", out, "--backdrop", "#00ff00", "--model", "grabcut");

    assertThat(run.exit()).isZero();
    int corner = ImageIO.read(out.resolve("disc.jpg").toFile()).getRGB(2, 2);
    assertThat(corner >> 8 & 0xff).isGreaterThan(240);
    assertThat(corner & 0xff).isLessThan(20);
    assertThat(out.resolve("disc-2.jpg")).exists();
  }

  @Test
  void noPhotoIsOverwritten() throws IOException {
    var shop = folder.resolve("shop");
    var photo = draw("shop/disc.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    draw("shop/b/two.png", SIDE, SIDE, (x, y) -> disc(0x1020c0, 0x606870, x, y));
    var bytes = Files.readAllBytes(photo);
    for (var beside : List.of(shop, shop.resolve("b/.."))) {
      for (var given : List.of(photo, shop)) {
        assertSays(2, "would overwrite the photo", given, "--out", beside, "--model", "grabcut");
      }
    }
    assertThat(photo).hasBinaryContent(bytes);
    assertThat(shop.toFile().list()).containsExactlyInAnyOrder("disc.png", "b");
  }

  @Test
  void photosThatDifferInTheEndingAloneGetTheSameNamesAtEveryRun() throws IOException {
    for (int i = 0; i < 6; i++) {
      int red = 0xc00000 - (i << 20);
      var drawn = draw("shop/p" + i + ".png", SIDE, SIDE, (x, y) -> disc(red, 0x506870, x, y));
      Files.copy(drawn, drawn.resolveSibling("p" + i + ".jpg"));
    }
    var out = folder.resolve("out");
    var shop = folder.resolve("shop");
    for (int run = 0; run < 2; run++) { // the second one replaces what the first one wrote
      var done = Run.of("cutout", shop, "--out", out, "--model", "grabcut", "--format", "json");
      assertThat(done.exit()).as(done.err()).isZero();
      for (var row : JsonMapper.shared().readTree(done.out())) {
        var photo = Path.of(row.get("photo").stringValue()).getFileName().toString();
        var stem = photo.substring(0, photo.indexOf('.'));
        var file = Path.of(row.get("file").stringValue()).getFileName().toString();
        assertThat(file).isEqualTo(photo.endsWith(".jpg") ? stem + ".png" : stem + "-2.png");
      }
    }
    assertThat(out.toFile().list()).hasSize(12);
  }

  @Test
  void mistakesAreNamed() throws IOException {
    var photo = draw("disc.png", 20, 20, (_, _) -> 0);
    assertSays(2, "--backdrop: a colour is #", photo, "--out", folder, "--backdrop", "red");
    assertSays(2, "a file is there; name a folder", photo, "--out", photo);
    assertSays(2, "there is no such photo", folder.resolve("no.jpg"), "--out", folder);
    assertSays(1, "cannot be written to", photo, "--out", photo.resolve("below"));
    assertSays(
        1,
        "no cut-out model 'isnet' in",
        photo,
        "--out",
        folder,
        "--model",
        "isnet",
        "--workspace",
        folder.resolve("none"));
  }

  private static void assertSays(int exit, String message, Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "cutout";
    System.arraycopy(words, 0, all, 1, words.length);
    var run = Run.of(all);
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines().filter(line -> line.contains(message))).hasSize(1);
  }

  private Path profile(String name, String cutout) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        name: goods
        lens:
          name: goods
          threshold: 0
          positive: [a product]
          negative: [a receipt]
        curate:
          keep: 1
        """
            + cutout);
  }

  @Test
  void aWorkspaceIsSearchedWithTheBackgroundItWasFilledWith() throws IOException {
    var red = draw("goods/red/a.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    draw("goods/blue/b.png", SIDE, SIDE, (x, y) -> disc(0x1020c0, 0x907060, x, y));
    var onWhite = profile("white.yaml", "cutout: {model: grabcut}\n");
    var plain = profile("plain.yaml", "");
    var workspace = folder.resolve("workspace");
    var filled =
        Run.of("ingest", folder.resolve("goods"), "--profile", onWhite, "--workspace", workspace);
    assertThat(filled.exit()).as(filled.err()).isZero();
    assertThat(filled.err()).contains("cut-out: 2 cut out, 0 used as they are");

    // the same disc on another ground is the same cut-out
    var query = draw("q.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x30a040, x, y));
    var found = Run.of("search", "--image", query, "--workspace", workspace, "--format", "json");
    assertThat(found.exit()).as(found.err()).isZero();
    var first = JsonMapper.shared().readTree(found.out()).get(0);
    assertThat(first.get("item").stringValue()).isEqualTo("red");
    assertThat(first.get("score").doubleValue()).isGreaterThan(0.98);
    var words = Run.of("search", "a red ball", "--workspace", workspace);
    assertThat(words.exit()).as(words.err()).isZero();
    var similar = Run.of("similar", "red", "--workspace", workspace);
    assertThat(similar.exit()).as(similar.err()).isZero();

    for (var other :
        new Run[] {
          Run.of("ingest", folder.resolve("goods"), "--profile", plain, "--workspace", workspace),
          Run.of("curate", "--profile", plain, "--workspace", workspace)
        }) {
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.err())
          .contains(
              "was filled with photos on the background 'cut-out by grabcut-256-3-20 on #ffffff")
          .contains("the profile asks for 'none'");
    }
    assertThat(red).exists();
  }

  @Test
  void photosOfACategoryAreNotCutOutAndAnUnknownOneIsRefused() throws IOException {
    draw("goods/red/a.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    var profile = profile("off.yaml", "cutout: {model: grabcut, off-for: [의류]}\n");
    var run =
        Run.of(
            "ingest",
            folder.resolve("goods"),
            "--profile",
            profile,
            "--workspace",
            folder.resolve("w"));

    assertThat(run.exit()).as(run.err()).isZero();
    var wrong = profile("wrong.yaml", "cutout: {model: grabcut, off-for: [의자들]}\n");
    var refused =
        Run.of(
            "ingest",
            folder.resolve("goods"),
            "--profile",
            wrong,
            "--workspace",
            folder.resolve("other"));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("off-for", "no category '의자들'", "의류/상의");
  }

  @Test
  void theGainIsMeasured() throws IOException {
    draw("t/red.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x606870, x, y));
    draw("t/blue.png", SIDE, SIDE, (x, y) -> disc(0x1020c0, 0x606870, x, y));
    draw("q/red.png", SIDE, SIDE, (x, y) -> disc(0xc02010, 0x203080, x, y));
    var targets = csv("targets.csv", "t/red.png,red,warm", "t/blue.png,blue,cold");
    var queries = csv("queries.csv", "q/red.png,red,warm");
    var run =
        Run.of(
            "evaluate",
            "cutout",
            "--queries",
            queries,
            "--targets",
            targets,
            "--model",
            "grabcut",
            "--format",
            "json");

    assertThat(run.exit()).as(run.err()).isZero();
    var json = JsonMapper.shared().readTree(run.out());
    assertThat(json.at("/ways/cut #ffffff whole/top1/successes").intValue()).isEqualTo(1);
    assertThat(json.at("/queries/cut").intValue()).isEqualTo(1);
    assertThat(json.at("/targets/cut").intValue()).isEqualTo(2);
    var strange = csv("strange.csv", "q/red.png,green,");
    var refused = Run.of("evaluate", "cutout", "--queries", strange, "--targets", targets);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("shows the item 'green', which no target photo shows");
  }

  private Path csv(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "uri,item,category\n" + String.join("\n", rows) + "\n");
  }
}

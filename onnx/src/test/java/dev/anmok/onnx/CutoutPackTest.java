package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CutoutPackTest {
  private static final String TINY = "tiny-cutout";

  @TempDir Path directory;

  private PackFolder copy() throws IOException {
    return TinyPacks.copy(TINY, directory);
  }

  private static CutoutPack open(PackFolder folder) throws IOException {
    return CutoutPack.open(folder.root(), Threads.SINGLE);
  }

  /// What `tiny_cutout.py` draws.
  private static Pixels drawn(int width, int height) {
    var rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x - width * 0.4) / (width * 0.25);
        double dy = (y - height * 0.55) / (height * 0.3);
        boolean inside = dx * dx + dy * dy < 1;
        int i = 3 * (y * width + x);
        rgb[i] = (byte) (inside ? 220 - x % 7 : 80 + y % 5);
        rgb[i + 1] = (byte) (inside ? 60 : 90 + x % 11);
        rgb[i + 2] = (byte) (inside ? 40 + y % 9 : 120);
      }
    }
    return Pixels.wrap(width, height, rgb);
  }

  /// The reference is `cutout_pack.py`'s `letterboxed`: Pillow, numpy and ONNX Runtime.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "letterbox-wide",
        "letterbox-high",
        "letterbox-odd",
        "squash",
        "isnet",
        "birefnet"
      })
  void masksAreThoseOfTheReference(String name) throws IOException {
    var reference = Objects.requireNonNull(reference().get(name));
    var folder = copy();
    folder.write("golden.json", reference.get("golden").toString());
    folder.edit(json -> {
      json.set("image", reference.get("image"));
      json.set("mask", reference.get("mask"));
      ((ObjectNode) json.get("image")).put("file", "tiny.onnx");
    });
    try (var segmenter = open(folder.restate()).segmenter()) {
      int width = reference.get("width").intValue();
      int height = reference.get("height").intValue();
      var mask = segmenter.mask(drawn(width, height));

      assertThat(mask.width()).isEqualTo(width);
      assertThat(mask.height()).isEqualTo(height);
      assertThat(greatestDifference(mask, reference.get("alpha"))).isLessThanOrEqualTo(1);
    }
  }

  private static JsonNode reference() throws IOException {
    var file = TinyPacks.folder(TINY).resolve("reference.json");
    return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
  }

  private static int greatestDifference(Mask mask, JsonNode expected) {
    int greatest = 0;
    for (int i = 0; i < mask.alpha().length; i++) {
      int difference = (mask.alpha()[i] & 0xff) - expected.get(i).intValue();
      greatest = Math.max(greatest, Math.abs(difference));
    }
    return greatest;
  }

  @Test
  void aPhotoOfOneColourHasNoSubject() throws IOException {
    var white = new byte[3 * 40 * 30];
    Arrays.fill(white, (byte) 255);
    try (var segmenter = open(copy()).segmenter()) {
      var mask = segmenter.mask(Pixels.wrap(40, 30, white));
      assertThat(CutoutRule.ANY.judge(mask)).isInstanceOf(Cutout.Kept.class);
      assertThat(segmenter.mask(Pixels.wrap(1, 1, new byte[3])).alpha()).hasSize(1);
    }
  }

  @Test
  void refusesAModelOfTheWrongShapeInOneLine() throws IOException {
    var folder = copy();
    Files.copy(
        folder.root().resolve("wrong_shape.onnx"),
        folder.root().resolve("tiny.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    folder.restate();

    assertThatThrownBy(() -> open(folder).segmenter())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "a cut-out model has the output mask as float [1, 1, 32, 32], found float [1, 1, 1, 1]");
  }

  @Test
  void isRunOnceThoughNoMaskIsKnown() throws IOException {
    var folder = copy();
    folder.edit(json -> json.remove("golden"));
    assertThat(open(folder).verify(new ImageIoDecoder()))
        .contains("the test picture has a mask; none of the model's masks are known");

    Files.copy(
        folder.root().resolve("wrong_size.onnx"),
        folder.root().resolve("tiny.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    folder.restate();
    assertThatThrownBy(() -> open(folder).verify(new ImageIoDecoder()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("a mask of 900 numbers, expected 32 x 32");
  }

  @Test
  void refusesAnOutputThatIsNotThere() throws IOException {
    var folder = copy().edit(json -> ((ObjectNode) json.get("image")).put("output", "d0"));

    assertThatThrownBy(() -> open(folder).segmenter())
        .hasMessageContaining("has the output d0 as float [1, 1, 32, 32], found {");
  }

  @Test
  void refusesAMaskThatIsNotTheStatedOne() throws IOException {
    var folder =
        copy()
            .edit(json ->
                ((ObjectNode) json.get("mask"))
                    .put("activation", "sigmoid")
                    .put("normalise", "none"));

    assertThatThrownBy(() -> open(folder).segmenter())
        .hasMessageContaining("of the mask of 'disc 200 120 60 on 90' must be");
  }

  @Test
  void refusesOtherWeights() throws IOException {
    var folder = copy();
    var weights = Files.readAllBytes(folder.root().resolve("tiny.onnx"));
    weights[weights.length / 2] ^= 1;
    Files.write(folder.root().resolve("tiny.onnx"), weights);

    assertThatThrownBy(() -> open(folder).segmenter()).hasMessageContaining("has SHA-256");
  }

  @Test
  void refusesSettingsThatAreNone() throws IOException {
    var cropped = copy().edit(json -> ((ObjectNode) json.get("image")).put("fit", "centre-crop"));

    assertThatThrownBy(() -> open(cropped))
        .hasMessageContaining("image.fit must be squash or letterbox-rrggbb, was \"centre-crop\"");
  }

  @Test
  void theIdChangesWithWhatDecidesTheMask() throws IOException {
    var before = open(copy()).segmenterId();
    var after =
        open(new PackFolder(directory.resolve(TINY))
                .edit(json -> ((ObjectNode) json.get("mask")).put("normalise", "none")))
            .segmenterId();

    assertThat(before).startsWith("tiny-cutout-").isNotEqualTo(after);
  }

  @Test
  void theStoreKeepsCutOutsApart() throws IOException {
    copy();
    var store = new ModelStore(directory, Threads.SINGLE);

    assertThat(store.cutouts()).extracting(CutoutPack::id).containsExactly(TINY);
    assertThat(store.cutout(TINY).title()).startsWith("Tiny cut-out model");
    assertThatThrownBy(() -> store.find(TINY)).hasMessageContaining("it is not an encoder");
    assertThatThrownBy(() -> store.sequence(TINY)).hasMessageContaining("not a translator");
    assertThatThrownBy(() -> store.cutout("u2netp"))
        .hasMessageContaining("there are tiny-cutout; add one with: anmok models add FILE --as");
  }

  @Test
  void aDescriptionAndThePublishedFileMakeAPack() throws IOException {
    DescribedPack.of("u2netp").assemble(published(), directory);
    var pack = CutoutPack.open(directory, Threads.SINGLE);

    assertThat(pack.verify(new ImageIoDecoder()))
        .isEqualTo(
            List.of("2 files have the stated SHA-256", "the test picture has the stated mask"));
    var reference = Objects.requireNonNull(reference().get("u2netp"));
    try (var segmenter = pack.segmenter()) {
      var mask = segmenter.mask(drawn(90, 60));
      assertThat(mask.facts().share()).isBetween(0.1, 0.4); // the ellipse, not nothing
      assertThat(greatestDifference(mask, reference.get("alpha"))).isLessThanOrEqualTo(2);
    }
  }

  private static Path published() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/models/u2netp/u2netp.onnx");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    assumeTrue(false, "shared/models/u2netp/u2netp.onnx is not beside the repository");
    return Path.of("");
  }

  @Test
  void everyDescriptionNeedsItsWeightsOnly() throws IOException {
    for (var id : DescribedPack.ids()) {
      var draft = Files.createDirectory(directory.resolve(id));
      assertThatThrownBy(() -> DescribedPack.of(id).assemble(directory, draft))
          .hasMessageContaining("no such file; the model " + id + " needs ");
    }
    var other = TinyPacks.folder(TINY).resolve("tiny.onnx");
    var into = Files.createDirectory(directory.resolve("new"));
    assertThatThrownBy(() -> DescribedPack.of("u2netp").assemble(other, into))
        .hasMessageContaining("tiny.onnx is not the published u2netp.onnx of u2netp: its SHA-256");
    assertThatThrownBy(() -> DescribedPack.of("u3net"))
        .hasMessageContaining(
            "no description of the model 'u3net': there are birefnet-lite, clip-vit-b-16,");
  }
}

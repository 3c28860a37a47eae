package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OnnxImageEncoderTest {
  private static ImageEncoder encoder;

  @BeforeAll
  static void load() throws IOException {
    encoder = ModelPack.embedded(Threads.SINGLE).images();
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void agreesWithPillowAndOnnxRuntimeInPythonOnTheGoldenPictures() throws IOException {
    var golden =
        JsonMapper.builder().build().readTree(PackFolder.source().resolve("golden.json").toFile());
    assertThat(golden.get("pictures").size()).isEqualTo(5);
    for (var picture : golden.get("pictures").values()) {
      var found = encoder.encode(List.of(photo(picture.get("file").stringValue()))).getFirst();
      var expected = new float[256];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = picture.get("vector").get(i).floatValue();
      }
      assertThat(found.cosine(Embedding.ofUnit(encoder.space(), expected))).isGreaterThan(0.9999f);
    }
  }

  @Test
  void aPictureHasOneVectorInWhateverBatchItComes() throws IOException {
    var photos = photos(19);
    var together = encoder.encode(photos);

    assertThat(together).hasSize(19);
    for (int i = 0; i < photos.size(); i++) {
      var alone = encoder.encode(List.of(photos.get(i))).getFirst();
      assertThat(alone.toArray()).containsExactly(together.get(i).toArray(), within(1e-5f));
    }
    assertThat(together.get(0).cosine(together.get(1))).isLessThan(0.9999f);
  }

  @Test
  void threadsEncodeAtOnceWithTheSameResults() throws Exception {
    var photos = photos(12);
    var expected = encoder.encode(photos);
    var work = new ArrayList<Callable<List<Embedding>>>();
    for (int i = 0; i < 16; i++) {
      work.add(() -> encoder.encode(photos));
    }

    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var result : pool.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void anEmptyBatchGivesAnEmptyList() {
    assertThat(encoder.encode(List.of())).isEmpty();
  }

  @Test
  void vectorsAreOfUnitLengthInThePacksSpace() throws IOException {
    var embedding = encoder.encode(photos(1)).getFirst();

    assertThat(embedding.cosine(embedding)).isCloseTo(1f, within(1e-5f));
    assertThat(embedding.space()).isEqualTo(ModelPack.embedded(Threads.SINGLE).space());
    assertThat(encoder.inputSide()).isEqualTo(128);
  }

  @Test
  void aClosedEncoderSaysSo() throws IOException {
    var closed = ModelPack.embedded(new Threads(2, Device.CPU)).images();
    closed.close();
    closed.close();
    var photos = photos(1);

    assertThatThrownBy(() -> closed.encode(photos))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was closed");
  }

  private static Pixels photo(String file) throws IOException {
    var bytes = Files.readAllBytes(PackFolder.source().resolve(file));
    return switch (new ImageIoDecoder().decode(bytes, 0)) {
      case Decoded.Image(var pixels, _) -> pixels;
      case Decoded.Rejected(_, var detail) -> throw new IOException(detail);
    };
  }

  /// Noise of several sizes over a colour of its own.
  private static List<Pixels> photos(int count) {
    var random = new Random(42);
    var photos = new ArrayList<Pixels>();
    for (int i = 0; i < count; i++) {
      int width = 40 + random.nextInt(300);
      int height = 40 + random.nextInt(300);
      var rgb = new byte[3 * width * height];
      int[] colour = {random.nextInt(200), random.nextInt(200), random.nextInt(200)};
      for (int k = 0; k < rgb.length; k++) {
        rgb[k] = (byte) (colour[k % 3] + random.nextInt(56));
      }
      photos.add(Pixels.wrap(width, height, rgb));
    }
    return photos;
  }
}

package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.DeviceMemoryException;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Image towers that a machine with little memory, or a GPU, would give; see
/// `training/reference/encoders/odd_towers.py`.
class OddTowersTest {
  private static final int ROOM = 3;
  private static final int SIDE = 32;

  @Test
  void moreThanThereIsMemoryForIsEncodedInSmallerBatches() throws IOException {
    var photos = photos(19);
    try (var scarce = encoder("scarce.onnx")) {
      var together = scarce.encode(photos);
      assertThat(together).hasSize(19);
      for (int i = 0; i < photos.size(); i++) {
        assertThat(together.get(i)).isEqualTo(scarce.encode(List.of(photos.get(i))).getFirst());
      }
      assertThat(together.get(0).cosine(together.get(1))).isLessThan(0.9999f);
    }
  }

  @Test
  void theRuntimeItselfFailsForMoreThanThereIsMemoryFor() throws IOException {
    try (var tower = tower("scarce.onnx")) {
      assertThat(run(tower, ROOM)).hasSize(ROOM * 24);
      assertThatThrownBy(() -> run(tower, ROOM + 1)).isInstanceOf(DeviceMemoryException.class);
      assertThat(run(tower, ROOM)).as("and goes on").hasSize(ROOM * 24);
    }
  }

  @Test
  void aTowerOfHalfPrecisionTakesAndGivesIt() throws IOException {
    var photos = photos(9);
    try (var half = encoder("half.onnx");
        var full = encoder("scarce.onnx")) {
      var expected = full.encode(photos);
      var found = half.encode(photos);
      for (int i = 0; i < photos.size(); i++) {
        assertThat(found.get(i).cosine(expected.get(i))).isCloseTo(1f, within(1e-3f));
      }
      assertThat(found).isNotEqualTo(expected);
    }
  }

  private static float[] run(Tower tower, int batch) {
    var values = FloatBuffer.allocate(batch * 3 * SIDE * SIDE);
    try (var tensor = tower.tensor("pixel_values", values, batch, 3, SIDE, SIDE)) {
      return tower.run(Map.of("pixel_values", tensor), "image_embeds");
    }
  }

  private static Tower tower(String file) throws IOException {
    try (var in = Objects.requireNonNull(OddTowersTest.class.getResourceAsStream(file))) {
      return Tower.open(file, new CheckedFiles.Weights.InMemory(in.readAllBytes()), Threads.SINGLE);
    }
  }

  private static OnnxImageEncoder encoder(String file) throws IOException {
    var folder = TinyEncoders.root().resolve("tiny-clip");
    var manifest = Manifest.parse("tiny-clip", Files.readAllBytes(folder.resolve(Manifest.FILE)));
    var files = CheckedFiles.of(new PackContent.Folder(folder), manifest.files());
    return OnnxImageEncoder.of(tower(file), manifest, Pooled.open(Head.NONE, files, 24));
  }

  private static List<Pixels> photos(int count) {
    var random = new Random(7);
    var photos = new ArrayList<Pixels>();
    for (int i = 0; i < count; i++) {
      var rgb = new byte[3 * SIDE * SIDE];
      int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
      for (int k = 0; k < rgb.length; k++) {
        rgb[k] = (byte) colour[k % 3];
      }
      photos.add(Pixels.wrap(SIDE, SIDE, rgb));
    }
    return photos;
  }
}

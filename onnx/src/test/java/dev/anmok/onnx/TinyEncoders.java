package dev.anmok.onnx;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tiny encoders of the public architectures with what the transformers library answers with the
/// same weights, made by `training/reference/encoders`.
record TinyEncoders(Path folder, JsonNode reference) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Path root() {
    try {
      return Path.of(Objects.requireNonNull(TinyEncoders.class.getResource("encoders")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static TinyEncoders of(String kind) throws IOException {
    var folder = root().resolve("tiny-" + kind);
    return new TinyEncoders(folder, MAPPER.readTree(folder.resolve("reference.json").toFile()));
  }

  static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    MAPPER.readTree(root().resolve("texts.json").toFile()).forEach(t -> texts.add(t.stringValue()));
    return texts;
  }

  static List<List<Long>> ids(JsonNode rows) {
    var all = new ArrayList<List<Long>>();
    for (var row : rows) {
      var ids = new ArrayList<Long>();
      row.forEach(id -> ids.add(id.longValue()));
      all.add(ids);
    }
    return all;
  }

  static List<List<Long>> clipIds() throws IOException {
    return ids(MAPPER.readTree(root().resolve("clip-ids.json").toFile()));
  }

  /// The unit vectors under a key, `texts` or `pictures`.
  List<Embedding> vectors(String key, VectorSpace space) {
    var floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(reference.get(key).stringValue()))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    var all = new ArrayList<Embedding>();
    while (floats.hasRemaining()) {
      var row = new float[space.dimension()];
      floats.get(row);
      all.add(Embedding.normalize(space, row));
    }
    return all;
  }

  /// The pictures as the library's processor fits them to the model's square.
  List<Pixels> squares() throws IOException {
    var strip = ImageIO.read(folder.resolve("squares.png").toFile());
    int side = strip.getHeight();
    var all = new ArrayList<Pixels>();
    for (int x = 0; x < strip.getWidth(); x += side) {
      int[] argb = strip.getRGB(x, 0, side, side, null, 0, side);
      var rgb = new byte[3 * argb.length];
      for (int i = 0; i < argb.length; i++) {
        rgb[3 * i] = (byte) (argb[i] >> 16);
        rgb[3 * i + 1] = (byte) (argb[i] >> 8);
        rgb[3 * i + 2] = (byte) argb[i];
      }
      all.add(Pixels.wrap(side, side, rgb));
    }
    return all;
  }

  ModelPack open(String variant) throws IOException {
    return ModelPack.open(folder, Threads.SINGLE, variant);
  }

  /// A copy to be damaged.
  PackFolder copy(Path into) throws IOException {
    var root = Files.createDirectories(into.resolve("" + folder.getFileName()));
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.copy(file, root.resolve(file.getFileName()));
      }
    }
    return new PackFolder(root);
  }

  /// The least cosine of rows that belong together.
  static float least(List<Embedding> expected, List<Embedding> found) {
    float least = 1;
    for (int i = 0; i < expected.size(); i++) {
      least = Math.min(least, expected.get(i).cosine(found.get(i)));
    }
    return least;
  }

  static List<Long> boxed(long[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }
}

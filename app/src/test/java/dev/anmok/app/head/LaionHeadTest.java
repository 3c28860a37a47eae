package dev.anmok.app.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaionHeadTest {
  private static final String FILE =
      """
      {"source": "somewhere", "encoder": "openai/clip-vit-base-patch32",
       "input": "L2-normalised image embedding", "output": "aesthetic score, about 1..10",
       "weights": [1, 2.5, -3], "bias": 4}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clip-vit-base-patch32", "clip-vit-b-32", "openai-clip-vit-b-32-int8"})
  void itFitsThePacksOfItsEncoder(String encoder) throws IOException {
    var head = read(FILE).bind("beauty", space(encoder, 3));

    assertThat(head.head().weights()).containsExactly(1, 2.5, -3);
    assertThat(head.head().bias()).isEqualTo(4);
    assertThat(head.trained()).isEqualTo("imported from head.json: somewhere");
  }

  /// ViT-B/16 has as many dimensions as ViT-B/32, and L/14 at 336 pixels as many as L/14.
  @Test
  void itFitsNoOther() throws IOException {
    var head = read(FILE);
    for (var other :
        List.of(
            space("anmok-mini", 256),
            space("clip-vit-b-16", 3),
            space("clip-vit-b-32-336", 3),
            space("laion-clip-vit-b-32", 3))) {
      assertThatThrownBy(() -> head.bind("beauty", other))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("head.json")
          .hasMessageContaining("openai/clip-vit-base-patch32 (3 dimensions)")
          .hasMessageContaining(other.encoder() + " (" + other.dimension() + " dimensions)");
    }
  }

  @Test
  void vectorsThatAreNotOfUnitLengthAreNotAskedFor() {
    assertThatThrownBy(() -> read(FILE.replace("L2-normalised image", "raw image")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("raw image embedding");
    assertThatThrownBy(() -> read(FILE.replace("\"output\"", "\"out\"")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Missing creator property 'output'");
    assertThatThrownBy(() -> read(FILE.replace("{", "{\"speed\": 1,")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown key 'speed'");
  }

  /// Ten real ViT-B/32 vectors, sorted by rating; the scores are those that NumPy gives for
  /// `embeddings @ weights + bias`.
  @Test
  void realVectorsGetTheirScores() throws IOException {
    var models = models();
    var space = space("clip-vit-b-32", 512);
    var head = LaionHead.read(models.resolve("clip-vit-b-32.json")).bind("laion", space).head();
    double[] expected = {
      -1.46995457, 0.27279466, 1.99001974, 3.6114171, 5.08744183,
      6.39255122, 7.66816526, 8.91545088, 9.91660725, 11.00557518
    };

    var vectors = npy(models.resolve("rating_embeddings_vit_b_32.npy"), 512);

    var scores = vectors.stream().mapToDouble(v -> head.raw(Embedding.ofUnit(space, v))).toArray();
    assertThat(scores).containsExactly(expected, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip-vit-b-16:512", "clip-vit-b-32:512", "clip-vit-l-14:768"})
  void everyPublishedHeadCanBeSavedAndRead(String line) throws IOException {
    var name = line.substring(0, line.indexOf(':'));
    var space = space(name, Integer.parseInt(line.substring(line.indexOf(':') + 1)));
    var heads = new Heads(folder);

    heads.save(LaionHead.read(models().resolve(name + ".json")).bind(name, space));

    assertThat(heads.load(name, space).head().space()).isEqualTo(space);
  }

  private LaionHead read(String text) throws IOException {
    return LaionHead.read(Files.writeString(folder.resolve("head.json"), text));
  }

  private static VectorSpace space(String encoder, int dimension) {
    return new VectorSpace(encoder, "w", "p", "none", dimension);
  }

  private static Path models() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/models/laion"))) {
        return at.resolve("shared/models/laion");
      }
    }
    assumeTrue(false, "shared/models/laion is not beside the repository");
    return Path.of("");
  }

  /// Rows of a NumPy file, version 1, little-endian floats in C order.
  private static List<float[]> npy(Path file, int columns) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    var description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
    assertThat(description).contains("'<f4'", "'fortran_order': False", ", " + columns + ")");
    bytes.position(10 + header);
    var rows = new ArrayList<float[]>();
    while (bytes.hasRemaining()) {
      var row = new float[columns];
      bytes.asFloatBuffer().get(row);
      bytes.position(bytes.position() + 4 * columns);
      rows.add(row);
    }
    return rows;
  }
}

package dev.anmok.app.head;

import dev.anmok.app.json.StrictJson;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.LinearHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A linear aesthetic head that others published for a public CLIP model, as JSON with the keys
/// `source`, `encoder`, `input`, `output`, `weights` and `bias`. It expects unit embeddings.
public final class LaionHead {
  private static final String INPUT = "L2-normalised image embedding";

  private final Path file;
  private final Content content;

  private LaionHead(Path file, Content content) {
    this.file = file;
    this.content = content;
  }

  private record Content(
      String source,
      String encoder,
      String input,
      String output,
      List<Double> weights,
      double bias) {}

  /// Reads the file.
  ///
  /// @throws IOException if a key is missing, unknown or of another type, or it expects other input
  public static LaionHead read(Path file) throws IOException {
    var content = StrictJson.read(file, Content.class, "head");
    if (!content.input().equals(INPUT)) {
      throw new IOException(file + ": expects '" + content.input() + "', not '" + INPUT + "'");
    }
    return new LaionHead(file, content);
  }

  /// The head for a space of the encoder that it was made for.
  ///
  /// @throws IOException if the space has another dimension or is another encoder's
  public StoredHead bind(String name, VectorSpace space) throws IOException {
    int found = content.weights().size();
    if (found != space.dimension()
        || !shortName(content.encoder()).equals(shortName(space.encoder()))) {
      throw new IOException(
          file
              + ": a head for "
              + content.encoder()
              + " ("
              + found
              + " dimensions) does not fit "
              + space.encoder()
              + " ("
              + space.dimension()
              + " dimensions)");
    }
    var weights = content.weights().stream().mapToDouble(Double::doubleValue).toArray();
    var trained = "imported from " + file.getFileName() + ": " + content.source();
    try {
      var head = LinearHead.of(space, weights, content.bias());
      return new StoredHead(name, head, trained, Map.of());
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// One name for `openai/clip-vit-base-patch32`, `openai-clip-vit-b-32` and `clip-vit-b-32-int8`:
  /// the precision of the weights moves vectors little.
  static String shortName(String encoder) {
    return encoder
        .replaceFirst("^openai[/-]", "")
        .replaceFirst("-(base|large|huge)-patch", "-$1-")
        .replace("-base-", "-b-")
        .replace("-large-", "-l-")
        .replace("-huge-", "-h-")
        .replaceFirst("-(fp32|fp16|int8)$", "");
  }
}

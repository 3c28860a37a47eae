package dev.anmok.app.head;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.HighlightScorer;
import dev.anmok.core.score.LinearHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The content of a head's file.
///
/// @param format version of this form
/// @param space id of the vector space
/// @param encoder name of the space's encoder
/// @param encoderWeights SHA-256 of the encoder's weights
/// @param scale lowest and highest score that people gave
/// @param sha256 digest of weights and bias
record HeadFile(
    int format,
    String name,
    String space,
    String encoder,
    String encoderWeights,
    int dimension,
    List<Integer> scale,
    String trained,
    Map<String, Double> heldOut,
    double bias,
    List<Double> weights,
    String sha256) {
  private static final List<Integer> SCALE = List.of(HighlightScorer.LEAST, HighlightScorer.MOST);

  static HeadFile of(StoredHead stored) {
    var head = stored.head();
    var space = head.space();
    return new HeadFile(
        1,
        stored.name(),
        space.id(),
        space.encoder(),
        space.weights(),
        space.dimension(),
        SCALE,
        stored.trained(),
        new TreeMap<>(stored.heldOut()),
        head.bias(),
        Arrays.stream(head.weights()).boxed().toList(),
        digest(head.weights(), head.bias()));
  }

  /// The head, if all of it holds together and belongs to the space.
  StoredHead in(VectorSpace expected, Path file) throws IOException {
    if (format != 1 || !scale.equals(SCALE)) {
      throw new IOException(
          file + ": expected format 1 and scale " + SCALE + ", found " + format + " and " + scale);
    }
    if (!space.equals(expected.id())) {
      throw new IOException(
          file
              + ": a head for the space "
              + space
              + ", but the photos are in "
              + expected.id()
              + "; train one there with: anmok train head");
    }
    if (dimension != expected.dimension() || weights.size() != dimension) {
      throw new IOException(
          file
              + ": expected "
              + expected.dimension()
              + " weights, found "
              + weights.size()
              + " and the dimension "
              + dimension);
    }
    var values = weights.stream().mapToDouble(HeadFile::finite).toArray();
    if (!digest(values, bias).equals(sha256)) {
      throw new IOException(
          file + ": the weights are not those that were saved (another SHA-256 than stated)");
    }
    try {
      return new StoredHead(name, LinearHead.of(expected, values, bias), trained, heldOut);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// A missing number fails the check of the head, as any that is not finite.
  @SuppressWarnings("UnnecessaryUnboxing")
  static double finite(@org.jspecify.annotations.Nullable Double weight) {
    return weight == null ? Double.NaN : weight.doubleValue();
  }

  /// SHA-256 of the bits of the weights, then of the bias, 8 bytes each, the highest first.
  private static String digest(double[] weights, double bias) {
    var bytes = ByteBuffer.allocate(8 * (weights.length + 1));
    for (double weight : weights) {
      bytes.putDouble(weight);
    }
    bytes.putDouble(bias);
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

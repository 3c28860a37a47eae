package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Encodes a batch so that one picture cannot take its neighbours with it: a batch that fails is
/// encoded again one by one. If no picture goes through, a plain grey one tells the picture's fault
/// from the encoder's; the encoder's is thrown.
final class BatchEncoder {
  private static final byte GREY = (byte) 128;

  private final ImageEncoder encoder;

  BatchEncoder(ImageEncoder encoder) {
    this.encoder = encoder;
  }

  /// One result a picture, in the order given.
  List<Encoded> encode(List<Pixels> pictures) {
    try {
      return encodeAll(pictures).stream().<Encoded>map(Encoded.Vector::new).toList();
    } catch (RuntimeException e) {
      return oneByOne(pictures, e);
    }
  }

  private List<Encoded> oneByOne(List<Pixels> pictures, RuntimeException failure) {
    var results = new ArrayList<Encoded>();
    for (var picture : pictures) {
      results.add(encodeOne(picture));
    }
    if (results.stream().noneMatch(Encoded.Vector.class::isInstance) && !encodesGrey()) {
      throw failure;
    }
    return results;
  }

  private Encoded encodeOne(Pixels picture) {
    try {
      return new Encoded.Vector(encodeAll(List.of(picture)).getFirst());
    } catch (RuntimeException e) {
      return new Encoded.Failed("encoding failed: " + Failure.words(e));
    }
  }

  private boolean encodesGrey() {
    int side = encoder.inputSide();
    byte[] rgb = new byte[3 * side * side];
    Arrays.fill(rgb, GREY);
    return encodeOne(Pixels.wrap(side, side, rgb)) instanceof Encoded.Vector;
  }

  private List<Embedding> encodeAll(List<Pixels> pictures) {
    var embeddings = encoder.encode(pictures);
    if (embeddings.size() != pictures.size()) {
      throw new IllegalStateException(
          "the encoder gave " + embeddings.size() + " vectors for " + pictures.size());
    }
    return embeddings;
  }
}

package dev.anmok.core.pipeline;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.quality.Measures;
import java.util.function.Function;

/// What is done to a photo, one part for each [Stage]. All parts are thread-safe.
///
/// @param limits what the decoder was made with; a longer file is not even read
/// @param decoder bytes to picture
/// @param measure picture to measures, under [Measures#DEFINITION]
/// @param encoder pictures to vectors
public record Stages(
    DecodeLimits limits,
    ImageDecoder decoder,
    Function<Pixels, Measures> measure,
    ImageEncoder encoder) {
  /// A reduced decode keeps the shorter side at least this many times the encoder's input side, so
  /// that the encoder's own antialiased resize still does the last and decisive step. At 1.5 the
  /// embedded encoder's vectors of 503 photos of 400 pixels' width keep a cosine similarity of at
  /// least 0.995 (median 0.9999) to those of the full decode: benchmarks, `ReducedDecodeDrift`.
  public static final double REDUCTION_MARGIN = 1.5;

  /// The stages with [Measures#of] for the measuring.
  public static Stages of(DecodeLimits limits, ImageDecoder decoder, ImageEncoder encoder) {
    return new Stages(limits, decoder, Measures::of, encoder);
  }

  /// The shorter side in pixels that a picture for an encoder keeps at least when it is decoded:
  /// the same for the photos of an index and for a query photo.
  public static int minSide(ImageEncoder encoder) {
    return (int) Math.round(REDUCTION_MARGIN * encoder.inputSide());
  }

  int minSide() {
    return minSide(encoder);
  }
}

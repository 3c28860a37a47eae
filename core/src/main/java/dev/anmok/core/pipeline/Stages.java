package dev.anmok.core.pipeline;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is done to a photo, one part for each [Stage]. All parts are thread-safe.
///
/// With a part for details, photos are decoded at full size; that picture is measured there and
/// then halved by area ([Resize#to], sides rounded up) up to three times as long as its shorter
/// side keeps the length that the encoder asks for: what a reduced decode gives, and all that waits
/// for the encoder.
///
/// @param limits what the decoder was made with; a longer file is not even read
/// @param decoder bytes to picture
/// @param measure picture to measures, under [Measures#DEFINITION]
/// @param encoder pictures to vectors
/// @param detailOrNull picture at full size to what it tells, under [Detail#DEFINITION]; null to
///   decode at a reduced scale and go without
/// @param netOrNull what else is said of the picture at full size; null to go without; only with
///   details
public record Stages(
    DecodeLimits limits,
    ImageDecoder decoder,
    Function<Pixels, Measures> measure,
    ImageEncoder encoder,
    @Nullable Function<Pixels, Detail> detailOrNull,
    @Nullable BlurNet netOrNull) {
  /// A reduced decode keeps the shorter side at least this many times the encoder's input side, so
  /// that the encoder's own antialiased resize still does the last and decisive step. At 1.5 the
  /// embedded encoder's vectors of 503 photos of 400 pixels' width keep a cosine similarity of at
  /// least 0.995 (median 0.9999) to those of the full decode: benchmarks, `ReducedDecodeDrift`.
  public static final double REDUCTION_MARGIN = 1.5;

  /// What every job asks for.
  static final Set<Stage> WITHOUT_DETAIL = Set.of(Stage.DECODE, Stage.MEASURE, Stage.EMBED);

  /// What a job with details but without a network asks for.
  static final Set<Stage> WITHOUT_NET =
      Set.of(Stage.DECODE, Stage.MEASURE, Stage.EMBED, Stage.DETAIL);

  private static final int MAX_HALVINGS = 3;

  /// The stages with [Measures#of] for the measuring, without details.
  public static Stages of(DecodeLimits limits, ImageDecoder decoder, ImageEncoder encoder) {
    return new Stages(limits, decoder, Measures::of, encoder, null, null);
  }

  /// The same stages with [Detail#of] on the picture at full size.
  public Stages detailed() {
    return new Stages(limits, decoder, measure, encoder, Detail::of, null);
  }

  /// The same stages with [Detail#of] and a network on the picture at full size. The network is not
  /// closed.
  public Stages detailed(BlurNet net) {
    return new Stages(limits, decoder, measure, encoder, Detail::of, net);
  }

  /// The stages that a photo must have behind it.
  Set<Stage> required() {
    if (detailOrNull == null) {
      return WITHOUT_DETAIL;
    }
    return netOrNull == null ? WITHOUT_NET : Set.of(Stage.values());
  }

  /// The shorter side in pixels that a picture for an encoder keeps at least when it is decoded:
  /// the same for the photos of an index and for a query photo.
  public static int minSide(ImageEncoder encoder) {
    return (int) Math.round(REDUCTION_MARGIN * encoder.inputSide());
  }

  /// Decodes as these stages need it.
  Decoded decode(byte[] bytes) {
    return decoder.decode(bytes, detailOrNull == null ? minSide(encoder) : 0);
  }

  /// The details of a decoded picture, if they are asked for.
  @Nullable Detail detail(Pixels decoded) {
    if (detailOrNull == null) {
      return null;
    }
    var detail = detailOrNull.apply(decoded);
    return netOrNull == null ? detail : detail.with(netOrNull, decoded);
  }

  /// As much of a decoded picture as measures and encoder need.
  Pixels reduced(Pixels decoded) {
    if (detailOrNull == null) {
      return decoded; // the decoder has done it
    }
    int shorter = Math.min(decoded.width(), decoded.height());
    int halvings = 0;
    while (halvings < MAX_HALVINGS && ceilShift(shorter, halvings + 1) >= minSide(encoder)) {
      halvings++;
    }
    return Resize.to(
        decoded,
        ceilShift(decoded.width(), halvings),
        ceilShift(decoded.height(), halvings),
        Filter.BOX);
  }

  private static int ceilShift(int side, int by) {
    return Math.ceilDiv(side, 1 << by);
  }
}

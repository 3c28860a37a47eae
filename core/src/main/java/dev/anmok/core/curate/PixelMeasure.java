package dev.anmok.core.curate;

import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.Detail;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// What pixels say of a photo's quality. None depends on an encoder.
public enum PixelMeasure {
  /// How many pixels wide strong edges are, on the mean, in the direction in which they are wider:
  /// [BlurMeasure#EDGE_WIDTH_ROWS] or [BlurMeasure#EDGE_WIDTH_COLUMNS]. It tells blurred photos
  /// from photos of plain things, and has no value for a photo that shows hardly an edge.
  EDGE_WIDTH("edge-width", "blurred", Bound.AT_MOST),
  /// [Detail#sharpness()]; low for plain things too, however sharp.
  SHARPNESS("sharpness", "blurred", Bound.AT_LEAST),
  /// [Detail#noiseSigma()].
  NOISE("noise", "noisy", Bound.AT_MOST),
  /// [Detail#blockiness()].
  BLOCKINESS("blockiness", "compressed", Bound.AT_MOST),
  /// [Detail#darkShare()].
  DARK_SHARE("dark-share", "dark", Bound.AT_MOST),
  /// [Detail#brightShare()].
  BRIGHT_SHARE("bright-share", "bright", Bound.AT_MOST),
  /// Mean luma, 0..255.
  BRIGHTNESS("brightness", "dark", Bound.AT_LEAST),
  /// The shorter side of the file's picture, in pixels.
  RESOLUTION("resolution", "small", Bound.AT_LEAST);

  /// Fewer strong edges a pixel than this say nothing.
  private static final double LEAST_EDGES = 0.001;

  private final String code;
  private final String fault;
  private final Bound bound;

  PixelMeasure(String code, String fault, Bound bound) {
    this.code = code;
    this.fault = fault;
    this.bound = bound;
  }

  /// The stable name in profiles and results.
  public String code() {
    return code;
  }

  /// What a photo is that fails it: `blurred`, `noisy`, `compressed`, `dark`, `bright`, `small`.
  public String fault() {
    return fault;
  }

  public Bound bound() {
    return bound;
  }

  /// The value for a photo; empty where it was not measured.
  public OptionalDouble of(AlbumPhoto photo) {
    return switch (this) {
      case EDGE_WIDTH -> edgeWidth(photo);
      case SHARPNESS -> measured(photo, Detail::sharpness);
      case NOISE -> measured(photo, Detail::noiseSigma);
      case BLOCKINESS -> measured(photo, Detail::blockiness);
      case DARK_SHARE -> measured(photo, Detail::darkShare);
      case BRIGHT_SHARE -> measured(photo, Detail::brightShare);
      case BRIGHTNESS -> OptionalDouble.of(photo.measures().lumaMean());
      case RESOLUTION -> OptionalDouble.of(Math.min(photo.facts().width(), photo.facts().height()));
    };
  }

  private static OptionalDouble edgeWidth(AlbumPhoto photo) {
    var detail = photo.detail();
    if (detail.isEmpty() || detail.get().blur().value(BlurMeasure.EDGE_SHARE) < LEAST_EDGES) {
      return OptionalDouble.empty();
    }
    return DoubleStream.of(
            detail.get().blur().value(BlurMeasure.EDGE_WIDTH_ROWS),
            detail.get().blur().value(BlurMeasure.EDGE_WIDTH_COLUMNS))
        .filter(width -> width < BlurMeasure.NO_EDGES)
        .max();
  }

  private static OptionalDouble measured(AlbumPhoto photo, ToDoubleFunction<Detail> value) {
    var detail = photo.detail();
    return detail.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.applyAsDouble(detail.get()));
  }
}
